// measures: read only
static map<string,pair<double,double>> acc; // sum, n
static void put(const string&k,double v){if(v!=v)return;auto&a=acc[k];a.first+=v;a.second+=1;}
typedef vector<uint64_t> Bits;
static vector<double> rankOf(const vector<double>&v){int n=v.size();vector<int> o(n);for(int i=0;i<n;i++)o[i]=i;sort(o.begin(),o.end(),[&](int a,int b){return v[a]<v[b];});vector<double> r(n);for(int i=0;i<n;){int j=i;while(j<n&&v[o[j]]==v[o[i]])j++;for(int q=i;q<j;q++)r[o[q]]=(i+j-1)/2.0;i=j;}return r;}
static double corr(const vector<double>&a,const vector<double>&b){int n=a.size();if(n<3)return NAN;double ma=0,mb=0;for(int i=0;i<n;i++){ma+=a[i];mb+=b[i];}ma/=n;mb/=n;double s=0,x=0,y=0;for(int i=0;i<n;i++){s+=(a[i]-ma)*(b[i]-mb);x+=(a[i]-ma)*(a[i]-ma);y+=(b[i]-mb)*(b[i]-mb);}return x>0&&y>0?s/sqrt(x*y):NAN;}
static double spear(const vector<double>&a,const vector<double>&b){return corr(rankOf(a),rankOf(b));}
struct Snap{int t;vector<array<int,2>> pr;vector<int> cls;vector<char> cross,foc;};
static vector<Snap> snaps;
static void stock(bool last){
  int W=(N+63)/64;vector<uint64_t> B((size_t)N*W,0);vector<int> deg(N,0);
  struct E{int i,j;double s;bool cross;int n;double o;};vector<E> es;
  double thr=P.fixedtop?0:P.thw;long known=0,dorm=0;
  double sT=0,sTau=0;long nT=0;
  vector<double> inT(N,0),inTau(N,0);vector<int> inN(N,0);
  for(auto&k:ties){if(k.lo<0)continue;known++;if(T-k.t0>=52)dorm++;double s=sNow(k);
    for(int a=0;a<2;a++){sT+=Tsc(k.d[a]);sTau+=k.d[a].tau;nT++;int j=a?k.lo:k.hi;if(eNow(k,k.d[a])>=3){inT[j]+=Tsc(k.d[a]);inTau[j]+=k.d[a].tau;inN[j]++;}}
    if(s>=thr){es.push_back({k.lo,k.hi,s,ag[k.lo].circle!=ag[k.hi].circle,0,0});deg[k.lo]++;deg[k.hi]++;B[(size_t)k.lo*W+k.hi/64]|=1ull<<(k.hi&63);B[(size_t)k.hi*W+k.lo/64]|=1ull<<(k.lo&63);}}
  long nb=0,nbw=0,cross=0,strong=0,crossStrong=0,fc=0,fcs=0,fst=0,fact=0,fw=0,fwc=0;
  int Fn=0;for(auto&a:ag)Fn+=a.focal;
  vector<double> S,O,Sw,Ow,Sc,Oc;vector<int> Cw;
  for(auto&e:es){int n=0;for(int w=0;w<W;w++)n+=__builtin_popcountll(B[(size_t)e.i*W+w]&B[(size_t)e.j*W+w]);e.n=n;
    int den=deg[e.i]-1+deg[e.j]-1-n;e.o=den>0?(double)n/den:NAN;
    bool st=e.s>=P.ths;if(n==0){nb++;nbw+=!st;}
    cross+=e.cross;strong+=st;crossStrong+=e.cross&&st;
    bool f=ag[e.i].focal||ag[e.j].focal;if(f&&e.cross){fc++;fcs+=st;}
    int ff=ag[e.i].focal+ag[e.j].focal;fact+=ff;fst+=st?ff:0;if(e.cross)fwc+=ff;
    if(den>0){S.push_back(e.s);O.push_back(e.o);if(e.cross){Sc.push_back(e.s);Oc.push_back(e.o);}else{Sw.push_back(e.s);Ow.push_back(e.o);Cw.push_back(ag[e.i].circle);}}
  }
  put("active",2.0*es.size()/N);put("known",2.0*known/N);put("dormant",2.0*dorm/N);put("cross",2.0*cross/N);
  put("b1_share",cross?(double)crossStrong/cross:NAN);put("b1_focal",fc?(double)fcs/fc:NAN);put("focal_cross",(double)fwc/Fn);put("focal_active",(double)fact/Fn);put("focal_strong",(double)fst/Fn);
  put("bridges",(double)nb/es.size());put("bridges_weak",nb?(double)nbw/nb:NAN);
  double ro=spear(S,O),rw=spear(Sw,Ow),rc=spear(Sc,Oc);put("rho_all",ro);put("rho_within",rw);put("rho_cross",rc);
  // per circle
  {int nc=members.size();vector<vector<double>> a(nc),b(nc);for(size_t k=0;k<Sw.size();k++){a[Cw[k]].push_back(Sw[k]);b[Cw[k]].push_back(Ow[k]);}double s=0;int n=0;for(int c=0;c<nc;c++)if(a[c].size()>=20){double r=spear(a[c],b[c]);if(r==r){s+=r;n++;}}if(n)put("rho_percircle",s/n);
   if(last&&P.shuffles>0){uint64_t z=(uint64_t)P.seed*7919+17;auto rnd=[&]{z^=z<<13;z^=z>>7;z^=z<<17;return z;};int above=0;double mx=-1;
     vector<vector<int>> ix(nc);for(size_t k=0;k<Cw.size();k++)ix[Cw[k]].push_back(k);vector<double> ro2=rankOf(Ow),rs=rankOf(Sw);
     for(int q=0;q<P.shuffles;q++){vector<double> sh=rs;for(auto&v:ix)for(int k=(int)v.size()-1;k>0;k--)swap(sh[v[k]],sh[v[rnd()%(k+1)]]);double r=corr(sh,ro2);above+=rw>r;mx=max(mx,r);}
     put("shuffles_below",above);put("shuffle_max",mx);}}
  // closed pairs, all three in one circle
  {double cs=0,ns=0,cw=0,nw=0;vector<vector<pair<int,bool>>> con(N);for(auto&e:es)if(!e.cross){bool st=e.s>=P.ths;con[e.i].push_back({e.j,st});con[e.j].push_back({e.i,st});}
   for(int i=0;i<N;i++)for(size_t a=0;a<con[i].size();a++)for(size_t b=a+1;b<con[i].size();b++){if(con[i][a].second!=con[i][b].second)continue;bool c=B[(size_t)con[i][a].first*W+con[i][b].first/64]>>(con[i][b].first&63)&1;if(con[i][a].second){ns++;cs+=c;}else{nw++;cw+=c;}}
   put("closed_ratio",(cs/ns)/(cw/nw));put("closed_strong",cs/ns);put("closed_weak",cw/nw);}
  // layers
  {vector<array<int,3>> L(N,{0,0,0});for(auto&e:es){if(e.s>=.4){L[e.i][0]++;L[e.j][0]++;}if(e.s>=.2){L[e.i][1]++;L[e.j][1]++;}if(e.s>=.05){L[e.i][2]++;L[e.j][2]++;}}
   double q[3]={0,0,0};for(auto&l:L)for(int k=0;k<3;k++)q[k]+=l[k];put("layer5",q[0]/N);put("layer15",q[1]/N);put("layer50",q[2]/N);
   double z[3]={0,0,0};int n=0;double y[3]={0,0,0};int m=0;for(int i=0;i<N;i++){size_t c=members[ag[i].circle].size();if(c<30){n++;for(int k=0;k<3;k++)z[k]+=L[i][k];}if(c>50){m++;for(int k=0;k<3;k++)y[k]+=L[i][k];}}
   if(n){put("small5",z[0]/n);put("small15",z[1]/n);put("small50",z[2]/n);}if(m){put("large5",y[0]/m);put("large15",y[1]/m);put("large50",y[2]/m);}}
  put("T",sT/nT);put("tau",sTau/nT);
  {double a=0,b=0,c=0,d=0;int n=0,m=0;for(int i=0;i<N;i++)if(inN[i]){a+=inT[i]/inN[i];b+=inTau[i]/inN[i];n++;if(ag[i].focal){c+=inT[i]/inN[i];d+=inTau[i]/inN[i];m++;}}put("inT",a/n);put("inTau",b/n);put("focal_inT",c/m);put("focal_inTau",d/m);}
  // within-circle density
  {double w=0,p=0;for(auto&e:es)w+=!e.cross;for(auto&m:members)p+=m.size()*(m.size()-1.0)/2;put("density",w/p);}
  // clustering
  {double s=0;int n=0;for(int i=0;i<N;i++){if(deg[i]<2)continue;long tr=0;for(auto&a:adj[i])if(B[(size_t)i*W+a.id/64]>>(a.id&63)&1)for(int w=0;w<W;w++)tr+=__builtin_popcountll(B[(size_t)i*W+w]&B[(size_t)a.id*W+w]);s+=(double)tr/((double)deg[i]*(deg[i]-1));n++;}put("clustering",s/n);}
  {double h=0;for(auto&e:es){h+=ag[e.i].x>.7&&ag[e.i].z<.4;h+=ag[e.j].x>.7&&ag[e.j].z<.4;}put("hidden",h/N);}
  // within-pair correlation of trust
  {vector<double> a,b;for(auto&k:ties)if(k.lo>=0&&sNow(k)>=P.thw){a.push_back(k.d[0].tau);b.push_back(k.d[1].tau);a.push_back(k.d[1].tau);b.push_back(k.d[0].tau);}put("pair_trust_corr",corr(a,b));}
  // degree spread
  {double m=0,q=0;for(int d:deg){m+=d;q+=(double)d*d;}m/=N;put("degree_cv",sqrt(q/N-m*m)/m);}
}
static void takeSnap(){Snap s;s.t=T;for(auto&k:ties){if(k.lo<0)continue;double x=sNow(k);if(x<P.thw)continue;s.pr.push_back({k.lo,k.hi});s.cls.push_back(x>=P.ths);s.cross.push_back(ag[k.lo].circle!=ag[k.hi].circle);s.foc.push_back(ag[k.lo].focal||ag[k.hi].focal);}snaps.push_back(s);}
static void useSnaps(){
  for(auto&s:snaps){
    if(T==s.t+52){double a[2]={0,0},n[2]={0,0},br=0;for(size_t q=0;q<s.pr.size();q++){int c=s.cls[q];n[c]++;int i=s.pr[q][0],j=s.pr[q][1];int t=tieOf(i,j);if(t>=0&&ag[i].since<=s.t&&ag[j].since<=s.t&&ties[t].born<=s.t+52&&sNow(ties[t])>=P.thw)a[c]++;}
      put("surv_weak",a[0]/n[0]);put("surv_strong",a[1]/n[1]);(void)br;
      double x=0,m=0;for(size_t q=0;q<s.pr.size();q++)if(s.cls[q]){m++;int i=s.pr[q][0],j=s.pr[q][1];int t=tieOf(i,j);if(t>=0&&ag[i].since<=s.t&&ag[j].since<=s.t&&sNow(ties[t])>=P.ths)x++;}put("surv_strong_as_strong",x/m);}
    if(T==s.t+156){double a=0,n=0,fa=0,fn=0,wa=0,wn=0;for(size_t q=0;q<s.pr.size();q++){if(s.cls[q])continue;int i=s.pr[q][0],j=s.pr[q][1];int t=tieOf(i,j);bool ok=t>=0&&ag[i].since<=s.t&&ag[j].since<=s.t&&sNow(ties[t])>=P.ths;n++;a+=ok;if(s.cross[q]&&s.foc[q]){fn++;fa+=ok;}if(s.cross[q]){wn++;wa+=ok;}}
      put("conv156",a/n);put("conv_cross",wa/wn);if(fn)put("conv_cross_focal",fa/fn);}
  }
}
static vector<int> newUid; // ties by birth
static void fourWeeks(bool measure){
  // top three of the block, per agent
  if(measure){double s=0;int n=0;double dist=0;for(int i=0;i<N;i++){vector<int> u;for(auto&a:adj[i])if(ties[a.tie].blk)u.push_back(ties[a.tie].blk);if(u.empty())continue;sort(u.rbegin(),u.rend());double tot=0,top=0;for(size_t k=0;k<u.size();k++){tot+=u[k];if(k<3)top+=u[k];}s+=top/tot;n++;dist+=u.size();}put("top3",s/n);put("met4w",dist/n);}
  for(auto&k:ties)k.blk=0;
}
static string arm;
int main(int c,char**v){
  reg();for(int i=1;i<c;i++){string s=v[i];size_t e=s.find('=');string k=s.substr(0,e),x=s.substr(e+1);if(k=="v1"){version1();continue;}if(k=="file"){P.file=x;continue;}if(!names.count(k)){fprintf(stderr,"unknown %s\n",k.c_str());return 1;}*names[k]=atof(x.c_str());}
  if(P.fixedtop){P.newties=0;P.forget=0;P.turnover=0;P.moves=0;}
  clock_t c0=clock();start();everyone.resize(N);for(int i=0;i<N;i++)everyone[i]=i;
  vector<int> deg0(N);vector<array<int,2>> ties0;for(int i=0;i<N;i++){deg0[i]=adj[i].size();for(auto&a:adj[i])if(a.id>i)ties0.push_back({i,a.id});}
  int from=P.from,end=P.ticks;double foll=0,folln=0;double encW=0,uW=0,triW=0;double newW=0,introW=0;long k0=0,b0=0;
  vector<pair<int,int>> watch; // new ties: uid -> tie index
  double reachAll=0,payAll=0;long refused=0;(void)refused;
  vector<array<int,3>> fresh; // i,j,born
  for(T=1;T<=end;T++){
    if(P.forkat>0&&T==P.forkat+1){ // arms from one settled state
      FILE*f=fopen(P.file.c_str(),"r");char line[512];vector<string> arms;while(fgets(line,512,f))arms.push_back(line);fclose(f);bool child=false;
      for(auto&a:arms){char nm[64];int off=0;if(sscanf(a.c_str(),"%63s%n",nm,&off)!=1)continue;fflush(stdout);pid_t p=fork();if(p>0){waitpid(p,0,0);continue;}
        child=true;arm=string(nm)+" ";P.forkat=0;string rest=a.substr(off);char*tok=strtok(&rest[0]," \n");bool dr_=false;while(tok){string z=tok;size_t e=z.find('=');if(!names.count(z.substr(0,e))){fprintf(stderr,"unknown %s\n",tok);_exit(1);}*names[z.substr(0,e)]=atof(z.substr(e+1).c_str());if(z[0]=='f'||z.substr(0,4)=="rhoz")dr_=true;tok=strtok(0," \n");}
        end=P.ticks;from=P.from;acc.clear();snaps.clear();logFrom=P.from-1;
        if(dr_)for(int i=0;i<N;i++){int cc=ag[i].circle,si=ag[i].since;double kp=ag[i].kap;drawAgent(i,si);ag[i].circle=cc;ag[i].kap=kp;}
        break;}
      if(!child){fflush(stdout);_exit(0);}
      tickK=tkey(T);
    }
    tickK=tkey(T);
    if(T==from){encW=nEnc;uW=nUnits;triW=nTri;newW=sumNewTies;introW=cntIntro;for(auto&a:ag){a.reach0=a.reach;a.payoff0=a.payoff;a.requests=0;a.intros=0;}k0=nKept;b0=nBroken;}
    turnoverPhase();newsPhase();duePhase();planPhase();commitPhase();
    size_t before=lives.size();formPhase();(void)before;forgetPhase();
    if(T>=from-4)for(auto&k:ties)if(k.lo>=0&&k.born==T)fresh.push_back({k.lo,k.hi,T});
    if(!fresh.empty()){size_t s=0;for(auto&f:fresh){if(f[2]==T-4){int t=tieOf(f[0],f[1]);if(T>=from){folln++;if(t>=0&&ties[t].born==f[2]&&ties[t].followed)foll++;}}else if(T-f[2]<4)fresh[s++]=f;}fresh.resize(s);}
    if(T%4==0)fourWeeks(T>=from&&T%52<4);
    if(T>=from-1&&(T-(from-1))%52==0){takeSnap();useSnaps();}
    if(T>=from&&(T-(from-1))%(int)P.every==0)stock(T+P.every>end);
    if(P.detail==2&&T%52==0){printf("t%d",T);acc.clear();stock(false);for(auto k:{"layer5","layer15","layer50","known","rho_within","bridges","b1_share","closed_ratio","T"})printf(" %s=%.3f",k,acc[k].first/acc[k].second);printf("\n");}
  }
  T=end;double W=end-from+1;
  put("silent_new",1-foll/folln);put("enc",(nEnc-encW)/N/W);put("units",(nUnits-uW)/N/W);put("triads",(nTri-triW)/N/W);put("new_per_year",(sumNewTies-newW)*2/N/W*52);put("intro_per_year",(cntIntro-introW)*2/N/W*52);
  put("kept",(double)(nKept-k0)/(nKept-k0+nBroken-b0));
  {double r=0,p=0,fr=0,fp=0,rq=0,in=0;int n=0;for(auto&a:ag){r+=a.reach-a.reach0;p+=a.payoff-a.payoff0;if(a.focal){n++;fr+=a.reach-a.reach0;fp+=a.payoff-a.payoff0;rq+=a.requests;in+=a.intros;}}
   put("reach",r/N/W*52);put("payoff",p/N/W*52);put("focal_reach",fr/n/W*52);put("focal_payoff",fp/n/W*52);put("focal_requests",rq/n/W*52);put("focal_intros",in/n/W*52);}
  // thirds
  {double q[3]={0,0,0},e3[3]={0,0,0};long n=0;double m[3]={0,0,0};for(auto&l:lives){if(l.born<=logFrom||l.first<0||l.enc.size()<3||l.last-l.first<9||l.last>end-52)continue;n++;double x[3]={0,0,0},tot=0;for(auto&p:l.enc){double f=(double)(p.first-l.first)/(l.last-l.first);int b=f<1/3.0?0:f<2/3.0?1:2;x[b]+=p.second;tot+=p.second;e3[b]++;}for(int b=0;b<3;b++){q[b]+=x[b];m[b]+=x[b]/tot;}}
   double s=q[0]+q[1]+q[2],s2=e3[0]+e3[1]+e3[2];for(int b=0;b<3;b++){char z[20];sprintf(z,"third%d",b+1);put(z,q[b]/s);sprintf(z,"thirdenc%d",b+1);put(z,e3[b]/s2);sprintf(z,"thirdmean%d",b+1);put(z,m[b]/n);}put("passed_ties",n);
   // first four weeks' encounters against length of life
   vector<double> a,b;for(auto&l:lives){if(l.born<=logFrom||l.first<0||l.last>end-52||l.born>end-104)continue;int k=0;for(auto&p:l.enc)k+=p.first<=l.born+4;a.push_back(k);b.push_back(l.last-l.born);}put("early_life",spear(a,b));}
  // degree kept
  {vector<double> a,b;for(int i=0;i<N;i++){a.push_back(deg0[i]);int d=0;for(auto&z:adj[i])d+=active(ties[z.tie]);b.push_back(d);}put("degree_rank",spear(a,b));int alive=0,tot=0;for(auto&k:ties)if(k.lo>=0&&active(k)){tot++;alive+=k.born==0;}put("start_ties",(double)alive/tot);}
  put("cpu",(double)(clock()-c0)/CLOCKS_PER_SEC);put("us_enc",(double)(clock()-c0)/nEnc);
  for(auto&a:acc)printf("%s%s %.6g\n",arm.c_str(),a.first.c_str(),a.second.first/a.second.second);
}
