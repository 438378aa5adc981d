/** Pull requests at the hosts of repositories. */
@NullMarked
package io.fluxj.automation.request;

import org.jspecify.annotations.NullMarked;
