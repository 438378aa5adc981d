/**
 * Runs what the real controllers were seen to do, and compares: recorded scenarios and cases become one test each. How to add a kind is described in the
 * module's {@code DESIGN.md}.
 */
@NullMarked
package io.fluxj.testkit.golden;

import org.jspecify.annotations.NullMarked;
