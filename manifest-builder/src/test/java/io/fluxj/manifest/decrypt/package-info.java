/** Tests of decryption in builds. */
@NullMarked
package io.fluxj.manifest.decrypt;

import org.jspecify.annotations.NullMarked;
