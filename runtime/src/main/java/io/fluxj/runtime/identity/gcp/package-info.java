/** Who somebody is to Google Cloud, over its own protocols. */
@NullMarked
package io.fluxj.runtime.identity.gcp;

import org.jspecify.annotations.NullMarked;
