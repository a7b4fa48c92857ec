package org.jsaffire.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsaffire.object.ClassObject;
import org.jsaffire.object.Errors;
import org.jsaffire.object.Exceptions;
import org.jsaffire.sapi.Sapi;
import org.jsaffire.source.SourceException;
import org.jsaffire.stdlib.Modules;
import org.jsaffire.vm.ModuleLoader;
import org.jsaffire.vm.Script;

/** Finds modules in files below the search roots of one run (language.md 3.4). */
final class FileModules implements ModuleLoader {
  private final ScriptCache cache;
  private final List<Path> roots;
  private final Sapi sapi;

  private FileModules(ScriptCache cache, List<Path> roots, Sapi sapi) {
    this.cache = cache;
    this.roots = roots;
    this.sapi = sapi;
  }

  /** The modules that a started script can import. */
  static FileModules of(ScriptCache cache, Path script, EngineOptions options, Sapi sapi) {
    Set<Path> roots = new LinkedHashSet<>();
    Path directory = script.getParent();
    if (directory != null) {
      roots.add(directory);
      roots.add(directory.resolve("modules"));
    }
    if (!sapi.isWeb()) {
      Path current = options.host().currentDirectory();
      roots.add(current);
      roots.add(current.resolve("modules"));
    }
    roots.addAll(options.moduleDirectories());
    return new FileModules(cache, new ArrayList<>(roots), sapi);
  }

  @Override
  public ClassObject builtIn(String qualified) {
    return Modules.find(qualified, sapi);
  }

  @Override
  public Script load(String qualified) {
    String relative = qualified.substring(1).replace('\\', '/') + ".sf";
    for (Path root : roots) {
      Path file = existing(root, relative);
      if (file != null) {
        return compile(file, qualified);
      }
    }
    return null;
  }

  /** The real path of a file below a root, or null. */
  private static Path existing(Path root, String relative) {
    try {
      Path file = root.resolve(relative);
      if (!Files.isRegularFile(file)) {
        return null;
      }
      Path real = file.toRealPath();
      return real.startsWith(root.toRealPath()) ? real : null;
    } catch (InvalidPathException | IOException e) {
      // Not there, or not to be reached: the next root may have it.
      return null;
    }
  }

  private Script compile(Path file, String qualified) {
    int end = qualified.lastIndexOf('\\');
    String namespace = end == 0 ? "\\" : qualified.substring(0, end);
    try {
      return cache.get(file, namespace);
    } catch (SourceException e) {
      throw Errors.of(Exceptions.COMPILE, "Could not compile " + file + ": " + e.first().located());
    } catch (IOException e) {
      throw Errors.of(Exceptions.IMPORT, "Cannot read module '" + qualified + "' from " + file);
    }
  }
}
