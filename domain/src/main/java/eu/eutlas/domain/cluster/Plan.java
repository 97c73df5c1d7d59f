package eu.eutlas.domain.cluster;

/**
 * A size that can be ordered.
 *
 * @param scheduledBackups whether clusters of the plan are backed up every day
 * @param price for a month
 */
public record Plan(
    PlanId id, String name, Resources resources, boolean scheduledBackups, Money price) {}
