import { hostname } from "node:os";
import { join } from "node:path";

/**
 * A slurm.conf for one node that is both controller and worker and writes everything to one folder.
 *
 * @param {{ folder: string, controllerPort: number, nodePort: number, cpus: number }} where cpus is what Slurm assumes, whatever the machine has
 */
export function slurmConf({ folder, controllerPort, nodePort, cpus }) {
  const [host] = hostname().split(".");
  const inside = (/** @type {string} */ name) => join(folder, name);
  return `ClusterName=weakties
SlurmctldHost=${host}(127.0.0.1)
SlurmctldPort=${controllerPort}
SlurmdPort=${nodePort}
SlurmUser=root
SlurmdUser=root
# Credentials are good for 5 seconds, so that a job that is over leaves the node in no more than that.
AuthType=auth/munge
AuthInfo=socket=${inside("munge.socket")},cred_expire=5
StateSaveLocation=${inside("state")}
SlurmdSpoolDir=${inside("spool")}
SlurmctldPidFile=${inside("slurmctld.pid")}
SlurmdPidFile=${inside("slurmd.pid")}
SlurmctldLogFile=${inside("slurmctld.log")}
SlurmdLogFile=${inside("slurmd.log")}
# What needs neither cgroups nor a database.
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
MpiDefault=none
MailProg=/bin/true
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
# Jobs are looked at as they come, not in rounds of 3 seconds.
SchedulerParameters=batch_sched_delay=0
KillWait=5
ReturnToService=2
SlurmdParameters=config_overrides
NodeName=${host} NodeAddr=127.0.0.1 CPUs=${cpus} State=UNKNOWN
PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP
`;
}
