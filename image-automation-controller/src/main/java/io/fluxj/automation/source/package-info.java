/** The repository that an automation works on: as whom, from where, to where. */
@NullMarked
package io.fluxj.automation.source;

import org.jspecify.annotations.NullMarked;
