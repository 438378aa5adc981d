/** Who somebody is to Microsoft Azure, over its own protocols. */
@NullMarked
package io.fluxj.runtime.identity.azure;

import org.jspecify.annotations.NullMarked;
