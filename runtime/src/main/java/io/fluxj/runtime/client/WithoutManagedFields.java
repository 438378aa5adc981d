package io.fluxj.runtime.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** Has Jackson skip what is often larger than all the rest of an object, and which no controller reads in typed form. */
@JsonIgnoreProperties("managedFields")
interface WithoutManagedFields {}
