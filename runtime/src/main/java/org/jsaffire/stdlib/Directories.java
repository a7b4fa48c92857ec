package org.jsaffire.stdlib;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jsaffire.object.Invoker;
import org.jsaffire.object.ListObject;
import org.jsaffire.object.Str;

/** Reads and removes directories. */
final class Directories {
  private Directories() {}

  /** The names in a directory, sorted by code point. */
  static List<String> names(Path directory) throws IOException {
    List<Str> names = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      for (Path entry : entries) {
        names.add(Str.of(entry.getFileName().toString()));
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    names.sort(null);
    return names.stream().map(Str::toString).toList();
  }

  /**
   * Adds the paths of everything below a directory, each directory before its content. Links are
   * added but not followed.
   *
   * @param path what the paths start with
   */
  static void walk(Invoker in, Path directory, String path, ListObject paths) throws IOException {
    in.checkpoint();
    for (String name : names(directory)) {
      String below = PathText.join(path, name);
      paths.add(in, Str.of(below));
      Path entry = directory.resolve(name);
      if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
        walk(in, entry, below, paths);
      }
    }
  }

  /**
   * Removes a directory.
   *
   * @param recursive its content first; links in it are removed, not followed
   */
  static void remove(Path directory, boolean recursive) throws IOException {
    if (!Files.readAttributes(directory, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
        .isDirectory()) {
      throw new NotDirectoryException(directory.toString());
    }
    if (!recursive) {
      Files.delete(directory);
      return;
    }
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
