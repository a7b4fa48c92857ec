package org.jsaffire.stdlib;

import java.util.Map;
import java.util.function.ToLongFunction;
import org.jsaffire.object.Bool;
import org.jsaffire.object.ClassObject;
import org.jsaffire.object.Instance;
import org.jsaffire.object.NativeClass;
import org.jsaffire.object.NullValue;
import org.jsaffire.object.Numerical;
import org.jsaffire.object.TypeTag;
import org.jsaffire.object.Value;

/** The class {@code stat} of module {@code os} (modules.md 6.1). */
final class StatClass {
  private static final Object[][] BITS = {
    {"S_IFDIR", 040000},
    {"S_IFCHR", 020000},
    {"S_IFBLK", 060000},
    {"S_IFREG", 0100000},
    {"S_IFIFO", 010000},
    {"S_IFLNK", 0120000},
    {"S_IFSOCK", 0140000},
    {"S_ISUID", 04000},
    {"S_ISGID", 02000},
    {"S_ISVTX", 01000},
    {"S_IRWXU", 0700},
    {"S_IRUSR", 0400},
    {"S_IWUSR", 0200},
    {"S_IXUSR", 0100},
    {"S_IRWXG", 070},
    {"S_IRGRP", 040},
    {"S_IWGRP", 020},
    {"S_IXGRP", 010},
    {"S_IRWXO", 07},
    {"S_IROTH", 04},
    {"S_IWOTH", 02},
    {"S_IXOTH", 01},
    {"S_IREAD", 0400},
    {"S_IWRITE", 0200},
    {"S_IEXEC", 0100},
    {"S_IFFIFO", 010000}
  };

  /** Flags of other systems; they exist everywhere and are null here. */
  private static final String[] FOREIGN = {
    "S_ENFMT",
    "UF_SETTABLE",
    "UF_NODUMP",
    "UF_IMMUTABLE",
    "UF_APPEND",
    "UF_OPAQUE",
    "UF_NOUNLINK",
    "UF_COMPRESSED",
    "UF_HIDDEN",
    "SF_SETTABLE",
    "SF_ARCHIVED",
    "SF_IMMUTABLE",
    "SF_APPEND",
    "SF_NOUNLINK",
    "SF_SNAPSHOT"
  };

  private static final Map<String, Long> TYPES =
      Map.of(
          "S_ISREG", 0100000L,
          "S_ISDIR", 040000L,
          "S_ISCHR", 020000L,
          "S_ISBLK", 060000L,
          "S_ISFIFO", 010000L,
          "S_ISLNK", 0120000L,
          "S_ISSOCK", 0140000L);

  private StatClass() {}

  private static final class Holder {
    static final ClassObject TYPE = make();
  }

  static ClassObject build() {
    return Holder.TYPE;
  }

  static Instance of(FileStat stat) {
    return new Instance(Holder.TYPE, stat);
  }

  private static ClassObject make() {
    NativeClass type =
        NativeClass.named("stat")
            .qualifiedName("\\saffire\\stat")
            .tag(TypeTag.USER)
            .asAbstract()
            .asFinal();
    for (Object[] bit : BITS) {
      type.constant((String) bit[0], Numerical.of((Integer) bit[1]));
    }
    for (String name : FOREIGN) {
      type.constant(name, NullValue.NULL);
    }
    number(type, "dev", "Number of the device.", FileStat::dev);
    number(type, "inode", "Number of the file on its device.", FileStat::inode);
    number(type, "links", "Number of names.", FileStat::links);
    number(type, "mode", "Type and permissions.", FileStat::mode);
    number(type, "uid", "Number of the owner.", FileStat::uid);
    number(type, "gid", "Number of the group.", FileStat::gid);
    number(type, "rdev", "Number of the device that the file is.", FileStat::rdev);
    number(type, "size", "Size in bytes.", FileStat::size);
    number(type, "blocksize", "0: not known.", stat -> 0);
    number(type, "blocks", "0: not known.", stat -> 0);
    number(type, "atime", "Last access, in seconds since 1970.", FileStat::atime);
    number(type, "ctime", "Last change of status, in seconds since 1970.", FileStat::ctime);
    number(type, "mtime", "Last change of content, in seconds since 1970.", FileStat::mtime);
    for (String name :
        new String[] {
          "S_ISREG", "S_ISDIR", "S_ISCHR", "S_ISBLK", "S_ISFIFO", "S_ISLNK", "S_ISSOCK"
        }) {
      long wanted = TYPES.get(name);
      type.define(
          "boolean " + name + "()",
          "Is it a file of that type?",
          (in, self) -> Bool.of(stat(self).isType(wanted)));
    }
    return type.build();
  }

  private static void number(
      NativeClass type, String name, String description, ToLongFunction<FileStat> field) {
    type.define(
        "numerical " + name + "()",
        description,
        (in, self) -> Numerical.of(field.applyAsLong(stat(self))));
  }

  private static FileStat stat(Value self) {
    return (FileStat) ((Instance) self).payload();
  }
}
