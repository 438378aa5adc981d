/** The image-automation-controller: commits to Git which images policies chose. */
@NullMarked
package io.fluxj.automation;

import org.jspecify.annotations.NullMarked;
