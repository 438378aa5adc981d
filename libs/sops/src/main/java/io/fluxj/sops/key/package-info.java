/** Master keys, the services that open what they lock, and how the key of the data is got from them. */
@NullMarked
package io.fluxj.sops.key;

import org.jspecify.annotations.NullMarked;
