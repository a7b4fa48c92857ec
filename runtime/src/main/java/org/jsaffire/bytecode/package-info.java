/**
 * The code of the machine (docs/bytecode.md): instructions, code blocks, class definitions as
 * constants, their file form, verifier and disassembler. Knows {@code source}.
 *
 * <p>The machine is a stack machine. A frame has slots for parameters, named locals and
 * temporaries, and an operand stack above them. Statements begin and end with an empty operand
 * stack, so that jumps and handlers need not adjust it. An instruction is one int: the opcode in
 * the low 8 bits, an operand of 24 bits above; some have a second int behind. Start with {@link
 * org.jsaffire.bytecode.Opcode} and {@link org.jsaffire.bytecode.CodeBlock}.
 */
package org.jsaffire.bytecode;
