/** Pull requests, at hosts that answer as their documents say. */
@NullMarked
package io.fluxj.automation.request;

import org.jspecify.annotations.NullMarked;
