/** Where a chart comes from: the object that is made of a template, what it offers, the chart in it. */
@NullMarked
package io.fluxj.helmrelease.chart;

import org.jspecify.annotations.NullMarked;
