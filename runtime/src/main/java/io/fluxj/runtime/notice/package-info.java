/** What whoever wrote a spec should hear of it, once: values that were assumed, fields without effect. */
@NullMarked
package io.fluxj.runtime.notice;

import org.jspecify.annotations.NullMarked;
