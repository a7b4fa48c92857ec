package org.jsaffire.bytecode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsaffire.bytecode.TypeDefinitionCode.MemberCode;
import org.jsaffire.bytecode.TypeDefinitionCode.MethodCode;

/**
 * Code as text, in the columns of tools.md 6.4. The top level comes first, then the methods under
 * their names. Stretches that handlers guard stand behind the code of their block:
 *
 * <pre>
 * .catch   #L1, #L2, #L3        from, to, handler
 * .finally #L1, #L2, #L3
 * </pre>
 *
 * <p>Slots without a name are written as {@code %} and their number. The code must be in order, as
 * the compiler makes it or the {@link Verifier} passes it.
 */
public final class Disassembler {
  private final FileCode file;
  private final StringBuilder out = new StringBuilder();
  private final Map<String, CodeBlock> frames = new LinkedHashMap<>();
  private final IdentityHashMap<TypeDefinitionCode, List<String>> frameNames =
      new IdentityHashMap<>();

  private Disassembler(FileCode file) {
    this.file = file;
  }

  /** The text of a file; every line ends with a newline. */
  public static String text(FileCode file) {
    return new Disassembler(file).text();
  }

  private String text() {
    nameFrames(file.main());
    listing(file.main());
    frames.forEach(
        (name, block) -> {
          out.append("\n\n@").append(name).append(":\n");
          listing(block);
        });
    return out.toString();
  }

  private void listing(CodeBlock block) {
    new BlockListing(block, file.globals(), frameNames, out).write();
  }

  /** Gives every method a name of its own; those that share one get a number. */
  private void nameFrames(CodeBlock block) {
    Map<String, Integer> used = new HashMap<>();
    for (Object constant : block.constants()) {
      if (constant instanceof TypeDefinitionCode type && !frameNames.containsKey(type)) {
        List<String> names = new ArrayList<>();
        frameNames.put(type, names);
        for (MemberCode member : type.members()) {
          if (member instanceof MethodCode method && method.body() != null) {
            String name = type.qualified() + "." + method.name();
            int count = used.merge(name, 1, Integer::sum);
            String unique = count == 1 ? name : name + "." + count;
            names.add(unique);
            frames.put(unique, method.body());
            nameFrames(method.body());
          }
        }
      }
    }
  }
}
