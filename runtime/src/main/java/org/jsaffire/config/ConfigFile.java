package org.jsaffire.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsaffire.sapi.Host;
import org.jsaffire.sapi.RawText;

/**
 * The one configuration file of a process (tools.md 3.1).
 *
 * @param path the file; null when there is none
 * @param values full key to value, in the order of the file
 */
public record ConfigFile(Path path, Map<String, String> values) {
  private static final String NAME = "saffire.ini";
  private static final String SYSTEM = "/etc/saffire/saffire.ini";
  private static final ConfigFile NONE = new ConfigFile(null, Map.of());

  /** The first file of the usual places that exists, or none. */
  public static ConfigFile search(Host host) throws IOException {
    List<Path> places = new ArrayList<>();
    places.add(host.currentDirectory().resolve(NAME));
    Path home = home(host);
    places.add(home.resolve(NAME));
    places.add(home.resolve("." + NAME));
    places.add(Path.of(SYSTEM));
    places.add(Path.of("/etc", NAME));
    for (Path place : places) {
      if (Files.isRegularFile(place)) {
        return read(place);
      }
    }
    return NONE;
  }

  /**
   * The file that {@code --config} names, or {@code saffire.ini} in that directory.
   *
   * @throws IOException it cannot be read; the message is the path that was tried
   */
  public static ConfigFile at(Host host, String path) throws IOException {
    try {
      Path given = host.currentDirectory().resolve(path);
      return read(Files.isDirectory(given) ? given.resolve(NAME) : given);
    } catch (InvalidPathException e) {
      throw new IOException(path, e);
    }
  }

  /** The file of {@code --global}. */
  public static ConfigFile global() throws IOException {
    return read(Path.of(SYSTEM));
  }

  /** The file of {@code --local}. */
  public static ConfigFile local(Host host) throws IOException {
    return read(home(host).resolve(NAME));
  }

  /** No file: defaults, and what the environment overrides. */
  public static ConfigFile none() {
    return NONE;
  }

  private static Path home(Host host) {
    return Path.of(host.environment().getOrDefault("HOME", System.getProperty("user.home", "/")));
  }

  private static ConfigFile read(Path path) throws IOException {
    try {
      return new ConfigFile(path, IniFile.parse(RawText.decode(Files.readAllBytes(path))));
    } catch (IOException e) {
      throw new IOException(path.toString(), e);
    }
  }
}
