/** What the real controller was seen to do. */
@NullMarked
package io.fluxj.automation.golden;

import org.jspecify.annotations.NullMarked;
