/**
 * The virtual machine: executes {@link org.jsaffire.bytecode.CodeBlock code blocks} on the object
 * model. Knows {@code bytecode} and {@code object}; what it needs of files it declares as {@link
 * org.jsaffire.vm.ModuleLoader}.
 *
 * <p>{@link org.jsaffire.vm.Interpreter} holds all state of one run: value stack, frames, loaded
 * modules. Calls between methods of scripts push a {@link org.jsaffire.vm.Frame}, not a Java frame;
 * only native code that calls back nests dispatch loops. {@link org.jsaffire.vm.Code} is the linked
 * form of a code block, shared by all runs.
 */
package org.jsaffire.vm;
