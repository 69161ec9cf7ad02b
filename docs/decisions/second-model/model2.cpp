// A prototype of the second version of the model. Every rule can be switched off; v1=1 restores version 1. See ../second-model.md.
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <cstdint>
#include <cmath>
#include <string>
#include <vector>
#include <map>
#include <algorithm>
#include <functional>
#include <time.h>
#include <unistd.h>
#include <sys/wait.h>
#include <array>
using namespace std;
typedef uint32_t u32;
// ---------------------------------------------------------------- parameters
struct Params {
  double seed=1, N=800, Nc=40, cspread=0.5, K=6, ticks=520, from=261, every=26;
  double net=0; // 0 circles, 1 random, 2 file
  double kin=20, kout=14, winit=0.15;
  double sharing=.6, boasting=.25, bias=.3, follow=.88, openness=.55, generosity=.55, initiative=.5, gratitude=.5, curiosity=.5, trusting=.5;
  double at=.4, xmean=.6, ax=.533, rhoz=.3, zmean=.5, az=.5, statusstd=1;
  double nC=.15, nR=.15, nI=.1, nS=.12, nv=.04, nA=.03, e0=5, noise=.15, abeta=.3, aq=.5, ao=.75, aot=.75;
  double C0=.4, aI=.6, S0=.5, au=.2;
  double alpha=0.36, ak=.5, gam=.1, ah=.5, delta=0.08, lambda=0.7, thf=0.025;
  double A=6, an=.5, rin=.9, rout=0.22, rtouch=0.22, F=13, pneed=.15, tha=.3;
  double pfav=.2, D=4, omega=.3, nu=3, ae=2, al=1, loss=2;
  double pg=.4, lamG=.5, ag=1.5, pby=.3, thc=.45, ac=2, ec=3;
  double pi=0.002, pfoc=.2, pglob=.02, wnew=0.1;
  double rn=.01, L=12, thw=.05, ths=.4;
  // version 2
  double units=1;        // time in units, with replacement
  double mumin=1;        // mutual trust = the lower share
  double raise=1, ra=0.35, rb=0.7; // richness across rises with mutual trust
  double p3=0.15;          // a unit is for three
  double fresh=4;        // fresh ties remembered for so many ticks
  double freshchance=2,freshrich=0;  // 1: n, 2: n*tau, 3: tau
  double firstenc=1;     // first encounter at the meeting
  double turnover=0.05, moves=0.005;
  double pmeet=0.245, blau=80; // one meeting rule; blau<0: version 1's two
  double mem=52;         // memory: evidence discounted in silence; 0 off
  double xpick=1;        // expert by C*tau
  double xnews=1;        // news is born with experts
  double newties=1;      // off: no new ties
  double forget=1;
  double soc=0;          // 1: sociality from starting degree (file)
  double choice=2;       // 0: s^2 v; 2: (1+e) tau^2 v; 
  double cpow=3;         // power of tau in choice
  double ebase=0;
  double intro_needs=1;
  double depthchance=0;  // chances of dealings deepen too
  double intro=1, meetings=1, gossip=1, favors=1, needs=1, followup=1, credentials=1, thanks=1, news=1, avoid=1, checks=1;
  double focal=0, fevery=10, fx=-1, fy=-1, fb=-1; // focal: 0 none 1 five 2 reversed
  double forkat=0, log=0, shuffles=0, fixedtop=0, detail=0, xpay=1, wantpath=0;
  string file;
} P;
static map<string,double*> names;
static void reg(){
#define R(x) names[#x]=&P.x;
  R(seed)R(N)R(Nc)R(cspread)R(K)R(ticks)R(from)R(every)R(net)R(kin)R(kout)R(winit)R(sharing)R(boasting)R(bias)R(follow)R(openness)R(generosity)R(initiative)R(gratitude)R(curiosity)R(trusting)
  R(at)R(xmean)R(ax)R(rhoz)R(zmean)R(az)R(statusstd)R(nC)R(nR)R(nI)R(nS)R(nv)R(nA)R(e0)R(noise)R(abeta)R(aq)R(ao)R(aot)R(C0)R(aI)R(S0)R(au)R(alpha)R(ak)R(gam)R(ah)R(delta)R(lambda)R(thf)
  R(A)R(an)R(rin)R(rout)R(rtouch)R(F)R(pneed)R(tha)R(pfav)R(D)R(omega)R(nu)R(ae)R(al)R(loss)R(pg)R(lamG)R(ag)R(pby)R(thc)R(ac)R(ec)R(pi)R(pfoc)R(pglob)R(wnew)R(rn)R(L)R(thw)R(ths)
  R(units)R(mumin)R(raise)R(ra)R(rb)R(p3)R(fresh)R(freshchance)R(freshrich)R(firstenc)R(turnover)R(moves)R(pmeet)R(blau)R(mem)R(xpick)R(xnews)R(newties)R(forget)R(soc)R(choice)R(cpow)R(ebase)R(intro_needs)R(depthchance)
  R(intro)R(meetings)R(gossip)R(favors)R(needs)R(followup)R(credentials)R(thanks)R(news)R(avoid)R(checks)R(focal)R(fevery)R(fx)R(fy)R(fb)R(shuffles)R(log)R(forkat)R(fixedtop)R(detail)R(xpay)
}
static void version1(){
  P.N=200;P.cspread=0;P.lambda=.9;P.thf=.01;P.rtouch=.3;P.wnew=.1;P.kin=9.75;P.kout=.64;P.statusstd=0;P.alpha=.12;P.delta=1/22.0;P.A=3.5;P.rout=.5;P.pi=.015;
  P.units=0;P.mumin=0;P.raise=0;P.p3=0;P.fresh=0;P.firstenc=0;P.turnover=0;P.moves=0;P.blau=-1;P.mem=0;P.xpick=0;P.xnews=0;P.xpay=0;P.choice=0;
}
// ---------------------------------------------------------------- draws
enum Pu {sharingD,boastingD,biasD,followD,openD,genD,initD,gratD,curD,trustD,domainD,expertiseD,statusD,withinD,acrossD,randD,rewireD,tieCountD,birthplace,births,
 needP,needDomain,expertP,followUp,followUpWhom,partner,placed,meetIn,meetAny,whomIn,whomAny,meetingHappens,orderP,seesOther,seesWhom,respectNoise,shares,shareNoise,discloseNoise,attentionNoise,
 asks,agrees,due,relies,checksP,checksWhom,gossips,gossipWhom,introduces,introducesWhom,engages,newsItem,offers,uses,keeps,deliveryNoise,thanksP,tieOrder,tieChecks,tieChecksWhom,
 leaves,movesP,movesWhom,three,thirdP,freshTakes,NPU};
static inline u32 absorb(u32 s,u32 w,u32 odd){u32 x=(s^(s>>15)^w)*odd;x^=x>>13;x*=0x5bd1e995u;return x^(x>>16);}
struct Key{u32 a,b;};
static Key runK,tickK;
static inline Key tkey(u32 t){return {absorb(runK.a,t,0x7feb352du),absorb(runK.b,t,0x31848babu)};}
static inline Key ekey(Key t,u32 i,u32 j){return {absorb(absorb(t.a,i,0x2c1b3c6du),j,0x297a2d39u),absorb(absorb(t.b,i,0x1b56c4e9u),j,0x6c8e9cf5u)};}
static inline u32 bits(Key k,u32 n){u32 x=k.a+n*0x9e3779b9u;x=(x^(x>>17))*0xed5ad4bbu;x=(x^(x>>11))+k.b;x=(x^(x>>15))*0xac4c1b51u;x=(x^(x>>14))*0x31848babu;return x^(x>>16);}
static inline double dr(Key k,u32 p,u32 c=0){return bits(k,p*4096u+c)*2.3283064365386963e-10;}
// ---------------------------------------------------------------- state
enum {SH,BO,BI,FO,OP,GE,IN,GR,CU,TR};
struct Agent{double t[10];double x,z,kap;int dom,circle,since;bool focal;double reach,payoff;int kept,broken;double reach0,payoff0;long requests,intros;};
struct Dir{double C,R,I,S,tau,e;};
struct Tie{Dir d[2];double w;int t0,lo,hi,born,blk,uid;bool followed;};
struct Adj{int id,tie;};
static int N,T;
static vector<Agent> ag;
static vector<Tie> ties; static vector<int> freeT;
static vector<int> tid;
static vector<vector<Adj>> adj;
static vector<vector<int>> members;
static vector<vector<double>> cumw; static vector<vector<int>> freshL,candL;
struct Promise{int asker,promiser,made,due;bool relied,need;};
static vector<Promise> promises;
struct Item{int born;};
static vector<vector<int>> held; static vector<int> itemBorn;
struct Life{int first,last,born,end;bool cross,intro;vector<pair<int,int>> enc;};
static vector<Life> lives; static int logFrom=104;
static double sumNewTies=0,cntIntro=0;
static inline double clip(double v){return v<0?0:v>1?1:v;}
static inline void refresh(Dir&d){double m=1+3*(d.C+d.R+d.I),s=1+9*d.S;d.tau=clip((11*(m/(m+s))-1)/9);}
static inline double Tsc(const Dir&d){return (3+9*(d.C+d.R+d.I))/(1+9*d.S);}
static inline void mv(double&b,double r,double v){b=clip(b+r*(v-b));}
static inline double mutual(double a,double b){if(P.mumin)return a<b?a:b;double s=a+b;return s>0?2*a*b/s:0;}
static inline double sAt(const Tie&k,int t){return k.w/(1+P.delta*(1-P.lambda*k.w)*(t-k.t0));}
static inline double sNow(const Tie&k){return sAt(k,T);}
static inline double eNow(const Tie&k,const Dir&d){return P.mem>0?d.e/(1+(T-k.t0)/P.mem):d.e;}
static inline Dir& own(Tie&k,int i){return k.d[i==k.lo?0:1];}
static inline Dir& oth(Tie&k,int i){return k.d[i==k.lo?1:0];}
static inline int tieOf(int i,int j){return tid[(size_t)i*N+j];}
static inline double treat(int i,int j){return 1-P.credentials*ag[i].t[BI]*(1-ag[j].z);}
static inline bool active(const Tie&k){return sNow(k)>=P.thw;}
static inline double ordinary(const Tie&k){
  if(ag[k.lo].circle==ag[k.hi].circle)return P.rin;
  if(!P.raise)return P.rout;
  return P.rout+(P.rin-P.rout)*clip((mutual(k.d[0].tau,k.d[1].tau)-P.ra)/(P.rb-P.ra));
}
static inline double deep(double r,int h){double q=1-r,p=q;for(int k=1;k<h;k++)p*=q;return 1-p;}
static void setE(Tie&k,double add){ // both directions discount to now; t0 must still be the old one
  if(P.mem>0&&T!=k.t0){double f=1/(1+(T-k.t0)/P.mem);k.d[0].e*=f;k.d[1].e*=f;}
  k.d[0].e+=add;k.d[1].e+=add;
}
static void insAdj(int i,int j,int t){auto&v=adj[i];Adj a{j,t};auto it=lower_bound(v.begin(),v.end(),a,[](const Adj&x,const Adj&y){return x.id<y.id;});v.insert(it,a);}
static void delAdj(int i,int j){auto&v=adj[i];for(size_t k=0;k<v.size();k++)if(v[k].id==j){v.erase(v.begin()+k);return;}}
static void firstB(Dir&d,double u){double l=P.au*(u-.5);double c=clip(P.C0+l);d.C=d.R=c;d.I=clip(P.aI*c);d.S=clip(P.S0-l);d.e=0;refresh(d);}
static int addTie(int i,int j,double w,int t0){
  int t;if(freeT.size()){t=freeT.back();freeT.pop_back();}else{t=ties.size();ties.push_back(Tie());}
  Tie&k=ties[t];k.lo=min(i,j);k.hi=max(i,j);k.w=w;k.t0=t0;k.born=t0;k.blk=0;k.followed=false;
  firstB(k.d[0],ag[k.lo].t[TR]);firstB(k.d[1],ag[k.hi].t[TR]);
  tid[(size_t)i*N+j]=tid[(size_t)j*N+i]=t;insAdj(i,j,t);insAdj(j,i,t);
  k.uid=lives.size();lives.push_back(Life());lives.back().born=t0;lives.back().first=-1;lives.back().last=-1;lives.back().end=-1;lives.back().cross=ag[i].circle!=ag[j].circle;lives.back().intro=false;
  return t;
}
static void removeTie(int t){Tie&k=ties[t];int i=k.lo,j=k.hi;lives[k.uid].end=T;tid[(size_t)i*N+j]=tid[(size_t)j*N+i]=-1;delAdj(i,j);delAdj(j,i);k.lo=-1;freeT.push_back(t);}
// ---------------------------------------------------------------- start
static double dev(Key k,int p){return dr(k,p,0)+dr(k,p,1)+dr(k,p,2)-1.5;}
static void drawAgent(int i,int t){
  Agent&a=ag[i];Key k=ekey(tkey(t),i,i);
  const double mean[10]={P.sharing,P.boasting,P.bias,P.follow,P.openness,P.generosity,P.initiative,P.gratitude,P.curiosity,P.trusting};
  for(int q=0;q<10;q++)a.t[q]=clip(mean[q]+P.at*dev(k,sharingD+q));
  a.dom=(int)(dr(k,domainD)*P.K);
  double dx=dev(k,expertiseD);a.x=clip(P.xmean+P.ax*dx);
  a.focal=P.fevery>0&&(i%(int)P.fevery)==0;
  if(a.focal&&P.fx>=0){a.x=P.fx;dx=P.ax>0?(P.fx-P.xmean)/P.ax:0;}
  if(P.statusstd)a.z=clip(P.zmean+P.az*(P.rhoz*dx+sqrt(1-P.rhoz*P.rhoz)*dev(k,statusD)));
  else a.z=clip(P.rhoz*a.x+(1-P.rhoz)*dr(k,statusD));
  if(a.focal){
    if(P.focal==1){a.t[SH]=.95;a.t[BI]=0;a.t[FO]=1;a.t[OP]=.95;a.t[BO]=0;a.t[GE]=.95;}
    if(P.focal==2){a.t[SH]=.05;a.t[BI]=.95;a.t[FO]=.05;a.t[OP]=.05;a.t[BO]=.95;a.t[GE]=.05;}
    if(P.fy>=0)a.t[SH]=P.fy; if(P.fb>=0)a.t[BI]=P.fb;
  }
  a.since=t;a.kap=1;
}
static void start(){
  uint64_t s=(uint64_t)P.seed*0x9E3779B97F4A7C15ull+12345;auto sm=[&](){s+=0x9E3779B97F4A7C15ull;uint64_t z=s;z=(z^(z>>30))*0xBF58476D1CE4E5B9ull;z=(z^(z>>27))*0x94D049BB133111EBull;return z^(z>>31);};
  uint64_t q=sm();runK={(u32)q,(u32)(q>>32)};
  vector<array<double,3>> fe;map<int,int> fcirc;
  if(P.net==2){FILE*f=fopen(P.file.c_str(),"r");int a,b,c;double w;char line[256];int mx=0;
    while(fgets(line,256,f)){if(sscanf(line,"c %d %d",&a,&c)==2){fcirc[a]=c;mx=max(mx,a);}else if(sscanf(line,"e %d %d %lf",&a,&b,&w)==3){fe.push_back({(double)a,(double)b,w});mx=max(mx,max(a,b));}}
    fclose(f);N=mx+1;P.N=N;}
  N=(int)P.N;ag.assign(N,Agent());tid.assign((size_t)N*N,-1);adj.assign(N,{});cumw.assign(N,{});held.assign(N,{});
  // circles
  int nc;vector<int> size;
  if(P.net==1){nc=1;size={N};}
  else if(P.net==2){nc=0;for(auto&p:fcirc)nc=max(nc,p.second+1);}
  else{nc=max(1,(int)floor(N/P.Nc+.5));int left=N;for(int c=0;c<nc;c++){double f=nc>1?2.0*c/(nc-1)-1:0;int m=(int)floor(P.Nc*(1+P.cspread*f)+.5);if(c==nc-1||m>left)m=left;size.push_back(m);left-=m;}}
  members.assign(nc,{});int i=0;
  if(P.net==2){for(int a=0;a<N;a++){ag[a].circle=fcirc[a];members[fcirc[a]].push_back(a);}}
  else for(int c=0;c<nc;c++)for(int k=0;k<size[c];k++){ag[i].circle=c;members[c].push_back(i);i++;}
  T=0;for(int a=0;a<N;a++){int c=ag[a].circle;drawAgent(a,0);ag[a].circle=c;ag[a].reach=ag[a].payoff=0;ag[a].kept=ag[a].broken=0;ag[a].requests=ag[a].intros=0;}
  auto startTie=[&](int a,int b,double w){int t=addTie(a,b,w,0);if(P.mem>0){ties[t].d[0].e=ties[t].d[1].e=P.mem*w;}};
  Key tk=tkey(0);
  if(P.net==2){
    vector<double> ws;for(auto&e:fe)ws.push_back(e[2]);sort(ws.begin(),ws.end());bool flat=ws.front()==ws.back();
    for(auto&e:fe){int a=e[0],b=e[1];if(a==b||tieOf(a,b)>=0)continue;double w=P.winit;if(!flat){double r=((lower_bound(ws.begin(),ws.end(),e[2])-ws.begin())+(upper_bound(ws.begin(),ws.end(),e[2])-ws.begin())-1)/2.0/(ws.size()-1);w=.05+.75*r;}startTie(a,b,min(1.0,w));}
    if(P.soc){double m=0;for(int a=0;a<N;a++)m+=adj[a].size();m/=N;for(int a=0;a<N;a++)ag[a].kap=adj[a].size()/m;}
  }else if(P.net==1){
    int M=(int)(N*(P.kin+P.kout)/2);for(int k=0,c=0;c<M;k++){Key e=ekey(tk,0,k);int a=dr(e,randD)*N,b=dr(e,randD,1)*N;if(a!=b&&tieOf(a,b)<0){startTie(a,b,P.winit);c++;}}
  }else{
    for(int c=0;c<nc;c++){int m=members[c].size();double want=m*min(P.kin,.8*(m-1))/2;int M=min((int)want,m*(m-1)/2);for(int k=0,q=0;q<M;k++){Key e=ekey(tk,c,c+1000000+k);int a=members[c][(int)(dr(e,withinD)*m)],b=members[c][(int)(dr(e,withinD,1)*m)];if(a!=b&&tieOf(a,b)<0){startTie(a,b,P.winit);q++;}}}
    int M=(int)(N*P.kout/2);if(nc>1)for(int k=0,c=0;c<M;k++){Key e=ekey(tk,nc,nc+2000000+k);int a=dr(e,acrossD)*N,b=dr(e,acrossD,1)*N;if(ag[a].circle!=ag[b].circle&&tieOf(a,b)<0){startTie(a,b,P.winit);c++;}}
  }
}
// ---------------------------------------------------------------- behaviors
static int pickActive(int i,Key k,u32 n,int ex,int ex2){ // returns tie or -1
  auto&v=adj[i];int c=v.size();if(!c)return -1;
  for(int q=0;q<8;q++){auto&a=v[(int)(bits(k,n+q)*2.3283064365386963e-10*c)];if(a.id!=ex&&a.id!=ex2&&active(ties[a.tie]))return a.tie;}
  int el=0;for(auto&a:v)el+=a.id!=ex&&a.id!=ex2&&active(ties[a.tie]);
  int pl=(int)(bits(k,n+8)*2.3283064365386963e-10*el);
  for(auto&a:v){if(a.id==ex||a.id==ex2||!active(ties[a.tie]))continue;if(pl--==0)return a.tie;}
  return -1;
}
static bool passes(int i,int m,Key k,int pc,int pw){
  if(P.checks==0||P.ac==0||dr(k,pc)<ag[i].t[TR])return true;
  static vector<int> ch;ch.clear();auto&v=adj[i];
  for(auto&a:v)if(tieOf(a.id,m)>=0&&active(ties[a.tie]))ch.push_back(a.id);
  if(ch.empty())return true;double sum=0;int asked=0;
  for(;asked<P.ac&&ch.size();asked++){int pl=(int)(dr(k,pw,asked)*ch.size());sum+=own(ties[tieOf(ch[pl],m)],ch[pl]).tau;ch.erase(ch.begin()+pl);}
  return sum/asked>=P.thc;
}
static void hear(Dir&d,const Dir&o,double k){mv(d.C,k,o.C);mv(d.R,k,o.R);mv(d.S,k,o.S);}
struct Prop{int lo,hi,intro;u32 ord;};
static vector<Prop> props;
static long nEnc=0,nUnits=0,nTri=0;
static void addProp(int i,int j,int intro){if(!P.newties)return;props.push_back({min(i,j),max(i,j),intro,0});}
static int walk(const vector<double>&w,double mark){double s=0;int last=-1;for(size_t k=0;k<w.size();k++){if(w[k]==0)continue;s+=w[k];last=k;if(mark<s)return k;}return last;}
// side: i acts, j sees. requests: -1 none, -2 favor, >=0 domain sought
static void encounter(Tie&k,double rho,int h,int reqLo,int reqHi){
  int tix=&k-&ties[0];int A[2]={k.lo,k.hi};double tau[2]={k.d[0].tau,k.d[1].tau};
  double s=sNow(k),mu=mutual(tau[0],tau[1]);
  double ebef[2]={eNow(k,k.d[0]),eNow(k,k.d[1])};
  nEnc++;nUnits+=h;
  if(T>k.born&&T<=k.born+4)k.followed=true;
  k.blk+=h;{Life&l=lives[k.uid];if(l.first<0)l.first=T;l.last=T;if(P.log&&l.born>logFrom)l.enc.push_back({T,h});}
  setE(k,h);
  k.w=s+deep(P.alpha*rho,h)*(mu-s);k.t0=T;
  Key key[2]={ekey(tickK,A[0],A[1]),ekey(tickK,A[1],A[0])};
  for(int a=0;a<2;a++){int i=A[a],j=A[1-a];Dir&d=k.d[1-a];Key ke=key[a];Agent&X=ag[i];
    if(P.nv>0){int seen=j;if(dr(ke,seesOther)<P.pby){int r=pickActive(i,ke,seesWhom*4096u,j,-1);if(r>=0)seen=ties[r].lo==i?ties[r].hi:ties[r].lo;}
      mv(d.R,deep(P.nv,h),treat(i,seen)+P.noise*(2*dr(ke,respectNoise)-1));}
    if(dr(ke,shares)<X.t[SH])mv(d.C,deep(P.nC*P.e0/(P.e0+ebef[1-a]),h),X.x+X.t[BO]*(1-X.x)+P.noise*(2*dr(ke,shareNoise)-1));
    mv(d.I,deep(P.nI*rho*(P.aq+(1-P.aq)*ag[j].t[CU]),h),clip(X.t[OP]*(1-X.t[BO])*(P.ao+P.aot*tau[a]))+P.noise*(2*dr(ke,discloseNoise)-1));
    mv(d.S,deep(P.nA*rho,h),clip(1-X.t[GE]+P.abeta*X.t[BO])+P.noise*(2*dr(ke,attentionNoise)-1));
  }
  refresh(k.d[0]);refresh(k.d[1]);
  for(int a=0;a<2;a++){int i=A[a],j=A[1-a];Key ke=key[a];Tie&q=ties[tix];Dir&ij=q.d[a];Dir&ji=q.d[1-a];int rq=a==0?reqLo:reqHi;
    if(!P.favors)break;
    if(rq!=-2&&!(dr(ke,asks)<P.pfav))continue;
    if(ij.e<P.ec&&!passes(i,j,ke,checksP,checksWhom))continue;
    ag[j].requests++;
    double sn=sNow(q);
    if(dr(ke,agrees)<(ag[j].t[GE]+(1-ag[j].t[GE])*sn*ji.tau)*treat(j,i)){
      promises.push_back({i,j,T,T+1+(int)(dr(ke,due)*P.D),dr(ke,relies)<ag[i].t[TR]+(1-ag[i].t[TR])*ij.tau,rq==-2});
    }else{mv(ij.S,P.nS,1);refresh(ij);}
  }
  if(P.gossip)for(int a=0;a<2;a++){int i=A[a],j=A[1-a];Key ke=key[a];
    if(!(dr(ke,gossips)<P.pg))continue;
    int o=pickActive(i,ke,gossipWhom*4096u,j,-1);if(o<0)continue;
    int om=ties[o].lo==i?ties[o].hi:ties[o].lo;
    int o2=pickActive(i,ke,gossipWhom*4096u+9,j,om);
    int tl=o2>=0&&fabs(own(ties[o2],i).tau-.5)>fabs(own(ties[o],i).tau-.5)?o2:o;
    int m=ties[tl].lo==i?ties[tl].hi:ties[tl].lo;int r=tieOf(j,m);if(r<0)continue;
    Dir&jm=own(ties[r],j);Dir&im=own(ties[tl],i);
    double w=P.lamG*ties[tix].d[1-a].tau*P.e0/(P.e0+eNow(ties[r],jm));if(im.tau<.5)w*=P.ag;if(w>1)w=1;
    hear(jm,im,w);refresh(jm);
  }
  if(P.intro&&T>k.born)for(int a=0;a<2;a++){int i=A[a],j=A[1-a];Key ke=key[a];int rq=a==0?reqLo:reqHi;bool seeks=rq>=0;
    if(!seeks&&!(dr(ke,introduces)<P.pi))continue;
    if(!(dr(ke,introduces,1)<ties[tix].d[1-a].tau))continue;
    static vector<double> w;auto&v=adj[j];w.assign(v.size(),0);double tot=0;
    for(size_t q=0;q<v.size();q++){int m=v[q].id;if(m==i||tieOf(i,m)>=0||(seeks&&ag[m].dom!=rq))continue;Tie&z=ties[v[q].tie];double sn=sNow(z);if(sn>=P.thw){Dir&d=own(z,j);w[q]=d.C*d.tau*sn;tot+=w[q];}}
    if(!(tot>0))continue;int pl=walk(w,dr(ke,introducesWhom)*tot);int m=v[pl].id;
    if(!(dr(ke,engages)<treat(i,m)*treat(m,i)))continue;
    ag[i].intros++;ag[m].intros++;cntIntro++;addProp(i,m,j);
  }
  if(P.news)for(int a=0;a<2;a++){int i=A[a],j=A[1-a];Key ke=key[a];Tie&q=ties[tix];
    int c=held[i].size();if(!c)continue;
    if(!(dr(ke,offers)<rho*(ag[i].t[GE]+(1-ag[i].t[GE])*sNow(q))*q.d[a].tau))continue;
    int it=held[i][(int)(dr(ke,newsItem)*c)];
    if(!(dr(ke,uses)<q.d[1-a].tau*treat(j,i)))continue;
    auto&hj=held[j];auto p=lower_bound(hj.begin(),hj.end(),it);if(p!=hj.end()&&*p==it)continue;
    hj.insert(p,it);ag[j].reach++;
  }
}
// ---------------------------------------------------------------- phases
static void dropHeld(int i){held[i].clear();}
static void lapse(){size_t s=0;for(size_t k=0;k<promises.size();k++)if(tieOf(promises[k].asker,promises[k].promiser)>=0)promises[s++]=promises[k];promises.resize(s);}
static long nLeft=0,nMoved=0;
static void turnoverPhase(){
  bool any=false;
  if(P.turnover>0)for(int i=0;i<N;i++)if(dr(ekey(tickK,i,i),leaves)<P.turnover/52){
    while(adj[i].size())removeTie(adj[i][0].tie);
    any=true;nLeft++;int c=ag[i].circle;double kp=ag[i].kap;drawAgent(i,T);ag[i].circle=c;ag[i].kap=kp;dropHeld(i);
  }
  if(any)lapse();
  if(P.moves>0)for(int i=0;i<N;i++)if(dr(ekey(tickK,i,i),movesP)<P.moves/104){
    int j=(int)(dr(ekey(tickK,i,i),movesWhom)*(N-1));j+=j>=i;if(ag[i].circle==ag[j].circle)continue;
    int a=ag[i].circle,b=ag[j].circle;auto sw=[&](int c,int o,int n){auto&v=members[c];v.erase(lower_bound(v.begin(),v.end(),o));v.insert(lower_bound(v.begin(),v.end(),n),n);};
    sw(a,i,j);sw(b,j,i);ag[i].circle=b;ag[j].circle=a;nMoved+=2;
  }
}
static void newsPhase(){
  for(int i=0;i<N;i++){auto&h=held[i];size_t s=0;for(size_t k=0;k<h.size();k++)if(T-itemBorn[h[k]]<P.L)h[s++]=h[k];h.resize(s);}
  if(!P.news)return;double want=P.rn*N;int n=(int)want;n+=dr(ekey(tickK,0,0),births)<want-n;
  double tot=0;if(P.xnews)for(auto&a:ag)tot+=a.x;
  for(int k=0;k<n;k++){int id=itemBorn.size();itemBorn.push_back(T);double u=dr(ekey(tickK,k,k),birthplace);int i;
    if(P.xnews){double m=u*tot,s=0;i=N-1;for(int q=0;q<N;q++){s+=ag[q].x;if(m<s){i=q;break;}}}else i=(int)(u*N);
    held[i].push_back(id);}
}
static long nKept=0,nBroken=0;
static void duePhase(){
  size_t s=0;vector<Promise> now;for(auto&p:promises)if(p.due==T)now.push_back(p);else promises[s++]=p;promises.resize(s);
  for(auto&p:now){int i=p.asker,j=p.promiser,tt=tieOf(i,j);if(tt<0)continue;Tie&k=ties[tt];Key ke=ekey(tickK,j,i);int c=T-p.made;
    Dir&ij=own(k,i);Dir&ji=own(k,j);double sn=sNow(k);
    if(dr(ke,keeps,c)<ag[j].t[FO]*(1-P.omega*(1-sn))){
      double mu=mutual(ij.tau,ji.tau);double w=sn+P.ak*P.alpha*ordinary(k)*(mu-sn);
      setE(k,0);k.w=w;k.t0=T;
      mv(ij.R,P.nR,1);mv(ij.S,P.nS,0);mv(ij.C,P.nC,ag[j].x+P.noise*(2*dr(ke,deliveryNoise,c)-1));refresh(ij);
      ij.e+=P.ae;if(p.relied)ag[i].payoff+=P.al;if(p.need)ag[j].payoff+=P.xpay*ag[j].x;ag[j].kept++;nKept++;
      if(P.thanks&&dr(ke,thanksP,c)<ag[i].t[GR]){mv(ji.I,P.nI,1);mv(ji.S,P.ah*P.nS,0);refresh(ji);mu=mutual(ij.tau,ji.tau);k.w=clip(k.w+P.gam*(1-k.w)*mu);}
    }else{
      mv(ij.R,min(1.0,P.nu*P.nR),0);mv(ij.S,P.nS,1);refresh(ij);
      if(P.mem>0)ij.e+=P.ae*(1+(T-k.t0)/P.mem);else ij.e+=P.ae; // evidence now rises by a_e; t0 stays
      if(p.relied)ag[i].payoff-=P.loss;ag[j].broken++;nBroken++;
    }
  }
}
struct Plan{int lo,hi,n;bool rich;double rho;int rl,rh;u32 ord;};
static vector<Plan> plans;
static void addPlan(int i,int j,int n,bool rich,double rho,int req){bool l=i<j;plans.push_back({min(i,j),max(i,j),n,rich,rho,l?req:-1,l?-1:req,0});}
static inline int findCum(const vector<double>&c,double m){int k=upper_bound(c.begin(),c.end(),m)-c.begin();if(k>=(int)c.size()){k=c.size()-1;while(k>0&&c[k]==c[k-1])k--;}return k;}
static double wt(int i,const Adj&a){
  Tie&k=ties[a.tie];Dir&d=own(k,i);if(P.avoid&&d.tau<P.tha)return 0;
  if(P.choice==0){double s=sNow(k);return s*s*treat(i,a.id);}
  double f=P.choice==3?sNow(k):P.ebase+eNow(k,d);
  double t=d.tau,p=1;for(int q=0;q<(int)P.cpow;q++)p*=t;
  return f*p*treat(i,a.id);
}
static void meet(int i,int j,bool){
  Key e=ekey(tickK,i,j);if(!(dr(e,meetingHappens)<treat(i,j)*treat(j,i)))return;
  int t=tieOf(i,j);if(t<0){addProp(i,j,-1);return;}
  addPlan(i,j,1,true,P.units?0:ordinary(ties[t]),-1);
}
static int drawFrom(const vector<int>&v,int ex,double u){ // uniform or by sociality, without ex
  if(!P.soc){int n=v.size()-1;if(n<1)return -1;int k=(int)(u*n);int at=lower_bound(v.begin(),v.end(),ex)-v.begin();return v[k+(k>=at)];}
  double tot=0;for(int a:v)if(a!=ex)tot+=ag[a].kap;if(!(tot>0))return -1;double m=u*tot,s=0;int last=-1;for(int a:v){if(a==ex||ag[a].kap==0)continue;s+=ag[a].kap;last=a;if(m<s)return a;}return last;
}
static vector<int> everyone;
static void planPhase(){
  plans.clear();props.clear();
  if((int)freshL.size()<N){freshL.resize(N);candL.resize(N);}
  double tha=P.avoid?P.tha:0,im=P.mem>0?1/P.mem:0;
  for(int i=0;i<N;i++){auto&v=adj[i];auto&c=cumw[i];c.resize(v.size());auto&fr=freshL[i];auto&cand=candL[i];fr.clear();cand.clear();double s=0;double b=P.credentials*ag[i].t[BI];int cp=(int)P.cpow;
    for(size_t k=0;k<v.size();k++){Tie&q=ties[v[k].tie];Dir&d=own(q,i);int since=T-q.t0;
      if(d.tau>=tha){
        if(P.units&&P.choice==2){double p=1;for(int z=0;z<cp;z++)p*=d.tau;double e=P.mem>0?d.e/(1+since/P.mem):d.e;s+=(P.ebase+e)*p*(1-b*(1-ag[v[k].id].z));}
        else if(P.units)s+=wt(i,v[k]);
        if(P.fresh>0&&since<=P.fresh&&d.e<=1)fr.push_back(k);
        if(P.F>0&&since>=P.F)cand.push_back(k);}
      c[k]=s;}}
  (void)im;
  static vector<double> w;
  for(int i=0;i<N;i++){Key e=ekey(tickK,i,i);auto&v=adj[i];int c=v.size();auto&fr=freshL[i];auto&cand=candL[i];
    double left=P.A*(P.an+ag[i].t[IN])*ag[i].kap;
    if(P.units){double u=floor(left);left=u+(dr(e,placed)<left-u);}
    if(c&&left>0){
      int req=-1,expert=-1,fu=-1,pl=0;
      auto place=[&](int j,double rho,int rq){bool ok=left>=rho||dr(e,placed,pl)*rho<left;left=left>=rho?left-rho:0;pl++;if(ok)addPlan(i,j,1,true,rho,rq);};
      if(P.needs&&P.K>1&&dr(e,needP)<P.pneed){
        int d=(int)(dr(e,needDomain)*(P.K-1));d+=d>=ag[i].dom;w.assign(c,0);double tot=0;
        for(int k=0;k<c;k++){Dir&q=own(ties[v[k].tie],i);if(q.tau>=P.tha&&ag[v[k].id].dom==d)w[k]=P.xpick?q.C*q.tau:q.tau*q.tau;tot+=w[k];}
        if(tot>0){expert=walk(w,dr(e,expertP)*tot);if(P.units){addPlan(i,v[expert].id,1,true,0,-2);left-=1;}else place(v[expert].id,ordinary(ties[v[expert].tie]),-2);}
        else if(P.intro_needs)req=d;
      }
      if(P.fresh>0&&left>0){ // a fresh tie is remembered
        
        if(fr.size()){int k=fr[(int)(dr(e,freshTakes,1)*fr.size())];double pr=P.freshchance==0?1:P.freshchance==1?ag[i].t[IN]:P.freshchance==2?ag[i].t[IN]*own(ties[v[k].tie],i).tau:own(ties[v[k].tie],i).tau;
          if(dr(e,freshTakes)<pr){if(P.units){addPlan(i,v[k].id,1,P.freshrich,0,-1);left-=1;}else place(v[k].id,P.rtouch,-1);}}
      }
      if(P.followup&&left>0&&dr(e,followUp)<ag[i].t[IN]){
        if(cand.size()){int whom=cand[(int)(dr(e,followUpWhom)*cand.size())];fu=whom;if(P.units){addPlan(i,v[whom].id,1,false,0,-1);left-=1;}else place(v[whom].id,P.rtouch,-1);}
      }
      if(P.units){
        auto&cw=cumw[i];double tot=cw[c-1];int nu=(int)left;
        if(tot>0){static vector<int> cnt;cnt.assign(c,0);int firstp=-1;
          for(int r=0;r<nu;r++){int k=findCum(cw,dr(e,partner,r)*tot);if(firstp<0)firstp=k;cnt[k]++;
            if(P.p3>0&&dr(e,three,r)<P.p3){int j=v[k].id;auto&cj=cumw[j];double tj=cj.empty()?0:cj.back();if(tj>0){int m=adj[j][findCum(cj,dr(e,thirdP,r)*tj)].id;
              int t2=m!=i?tieOf(i,m):-1;if(t2>=0){nTri++;addPlan(j,m,1,true,0,-1);addPlan(i,m,1,true,0,-1);}}}
          }
          for(int k=0;k<c;k++)if(cnt[k])addPlan(i,v[k].id,cnt[k],true,0,k==firstp?req:-1);
        }
      }else{
        w.assign(c,0);double tot=0;for(int k=0;k<c;k++)w[k]=k==expert||k==fu?0:wt(i,v[k]);for(int k=0;k<c;k++)tot+=w[k];
        for(int r=0;left>0;r++){int k=walk(w,dr(e,partner,r)*tot);if(k<0)break;tot-=w[k];w[k]=0;place(v[k].id,ordinary(ties[v[k].tie]),req);req=-1;}
      }
    }
    if(P.meetings){
      int m=members[ag[i].circle].size();
      if(P.blau>=0){
        double kp=ag[i].kap;
        if(dr(e,meetIn)<P.pmeet*kp){bool in=dr(e,meetAny)<(m-1)/(m-1+P.blau);int j=in?drawFrom(members[ag[i].circle],i,dr(e,whomIn)):drawFrom(everyone,i,dr(e,whomAny));if(j>=0)meet(i,j,in);}
      }else{
        if(dr(e,meetIn)<P.pfoc){int j=drawFrom(members[ag[i].circle],i,dr(e,whomIn));if(j>=0)meet(i,j,true);}
        if(dr(e,meetAny)<P.pglob){int j=drawFrom(everyone,i,dr(e,whomAny));if(j>=0)meet(i,j,false);}
      }
    }
  }
}
static void commitPhase(){
  for(auto&p:plans)p.ord=bits(ekey(tickK,p.lo,p.hi),orderP*4096u);
  sort(plans.begin(),plans.end(),[](const Plan&a,const Plan&b){return a.ord!=b.ord?a.ord<b.ord:a.lo!=b.lo?a.lo<b.lo:a.hi<b.hi;});
  for(size_t k=0;k<plans.size();){Plan p=plans[k];size_t q=k+1;
    for(;q<plans.size()&&plans[q].lo==p.lo&&plans[q].hi==p.hi;q++){p.n+=plans[q].n;p.rich|=plans[q].rich;p.rho=max(p.rho,plans[q].rho);
      if(plans[q].rl!=-1)p.rl=plans[q].rl;if(plans[q].rh!=-1)p.rh=plans[q].rh;}
    k=q;Tie&t=ties[tieOf(p.lo,p.hi)];
    double rho=P.units?(p.rich?ordinary(t):P.rtouch):p.rho;
    encounter(t,rho,P.units?p.n:1,p.rl,p.rh);
  }
}
static vector<int> newThis;
static void formPhase(){
  // introductions during first encounters of this phase are kept for the next list (they come too late: dropped)
  for(auto&p:props)p.ord=bits(ekey(tickK,p.lo,p.hi),tieOrder*4096u);
  vector<Prop> pr=props;
  sort(pr.begin(),pr.end(),[](const Prop&a,const Prop&b){return a.ord!=b.ord?a.ord<b.ord:a.lo!=b.lo?a.lo<b.lo:a.hi!=b.hi?a.hi<b.hi:a.intro<b.intro;});
  for(size_t k=0;k<pr.size();k++){if(k&&pr[k].lo==pr[k-1].lo&&pr[k].hi==pr[k-1].hi)continue;
    int i=pr[k].lo,j=pr[k].hi;
    if(!passes(i,j,ekey(tickK,i,j),tieChecks,tieChecksWhom)||!passes(j,i,ekey(tickK,j,i),tieChecks,tieChecksWhom))continue;
    int t=addTie(i,j,P.wnew,T);lives[ties[t].uid].intro=pr[k].intro>=0;sumNewTies++;
    if(pr[k].intro>=0){int v=pr[k].intro;for(int a=0;a<2;a++){int x=a?j:i,y=a?i:j;int tv=tieOf(x,v),tm=tieOf(v,y);if(tv<0||tm<0)continue;Dir&d=own(ties[t],x);hear(d,own(ties[tm],v),P.lamG*own(ties[tv],x).tau);refresh(d);}}
    if(P.firstenc)encounter(ties[t],ordinary(ties[t]),1,-1,-1);
  }
}
static void forgetPhase(){
  if(!P.forget||P.thf<=0)return;bool any=false;
  for(size_t t=0;t<ties.size();t++){Tie&k=ties[t];if(k.lo>=0&&sNow(k)<P.thf){removeTie(t);any=true;}}
  if(any)lapse();
}
#include "measures.h"
