/** Lists of tags, kept in files. */
@NullMarked
package io.fluxj.reflector.tags;

import org.jspecify.annotations.NullMarked;
