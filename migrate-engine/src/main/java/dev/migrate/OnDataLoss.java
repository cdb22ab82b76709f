package dev.migrate;

/** What a run does that would lose data for good. */
public enum OnDataLoss {
    /** Says what is lost, and runs. */
    WARN,
    /** Runs nothing, unless the loss is allowed with a reason. */
    REFUSE
}
