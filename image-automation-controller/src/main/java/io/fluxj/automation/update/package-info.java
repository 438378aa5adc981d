/** Which files of a repository are changed, and how. */
@NullMarked
package io.fluxj.automation.update;

import org.jspecify.annotations.NullMarked;
