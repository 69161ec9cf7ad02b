const reasons: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EPERM: "permission denied",
  EROFS: "the file system can only be read",
  ENOSPC: "no space left on the device",
  EFBIG: "the file is larger than allowed here",
  EDQUOT: "the quota is used up",
  ENOENT: "there is no such file or folder",
  ENOTDIR: "part of the path is not a folder",
  EISDIR: "it is a folder",
  ELOOP: "its symbolic links go round in a circle",
  ENAMETOOLONG: "the name is too long",
  ENOTEMPTY: "something has been put there in the meantime",
  EEXIST: "something has been put there in the meantime",
  EMFILE: "too many files are open",
};

/** What a system error says, without code and path. */
export function plainReason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return reasons[code ?? ""] ?? message ?? String(error);
}
