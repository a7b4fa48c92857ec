package org.jsaffire.cli.command;

import org.jsaffire.cli.spi.Command;
import org.jsaffire.cli.spi.Description;
import org.jsaffire.cli.spi.ExitCode;
import org.jsaffire.cli.spi.Invocation;
import org.jsaffire.cli.spi.Option;
import org.jsaffire.sapi.BuildInfo;

/** {@code saffire version}. */
public final class VersionCommand implements Command {
  private static final int FIRST_YEAR = 2026;

  @Override
  public Description description() {
    return Description.of("version", "prints the version", "saffire version --long")
        .withOptions(
            Option.flag("long", "with copyright, build time and revision", "-b"),
            Option.flag("json", "as JSON"));
  }

  @Override
  public int run(Invocation invocation) {
    BuildInfo build = BuildInfo.load();
    if (invocation.has("json")) {
      invocation.out().println(json(build));
    } else if (invocation.has("long")) {
      invocation.out().println(text(build));
    } else {
      invocation.out().println(build.version());
    }
    return ExitCode.OK.code();
  }

  private static String text(BuildInfo build) {
    int year = Integer.parseInt(build.date().substring(0, 4));
    String years = year > FIRST_YEAR ? FIRST_YEAR + "-" + year : String.valueOf(FIRST_YEAR);
    return "Saffire v"
        + build.version()
        + " - Copyright (C) "
        + years
        + " The Saffire Group\nCompiled on "
        + build.date()
        + " at "
        + build.time()
        + " from git revision "
        + build.revision();
  }

  /** Version, date and revision hold nothing that JSON would escape. */
  private static String json(BuildInfo build) {
    return "{\"version\":\""
        + build.version()
        + "\",\"revision\":\""
        + build.revision()
        + "\",\"built\":\""
        + build.date()
        + "T"
        + build.time()
        + "Z\"}";
  }
}
