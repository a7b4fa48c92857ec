package org.jsaffire.sapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * What this build is: written by the build into a resource.
 *
 * @param version major.minor.build, digits only
 * @param revision 40 hexadecimal digits, zeros when it was built outside a checkout
 * @param date of the revision, {@code YYYY-MM-DD}, UTC; of a build outside a checkout, the release
 * @param time of the revision, {@code HH:MM:SS}, UTC
 */
public record BuildInfo(String version, String revision, String date, String time) {
  private static final String RESOURCE = "/org/jsaffire/build.properties";

  /**
   * Reads the resource.
   *
   * @throws UncheckedIOException it is missing or cannot be read
   */
  public static BuildInfo load() {
    Properties properties = new Properties();
    try (InputStream in = BuildInfo.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IOException("missing resource " + RESOURCE);
      }
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String version = properties.getProperty("version").replaceFirst("-.*", "");
    String revision = properties.getProperty("revision");
    String stamp = properties.getProperty("stamp");
    boolean known = revision.matches("[0-9a-f]{40}");
    String when = known ? stamp : properties.getProperty("release");
    return new BuildInfo(
        version, known ? revision : "0".repeat(40), when.substring(0, 10), when.substring(11, 19));
  }
}
