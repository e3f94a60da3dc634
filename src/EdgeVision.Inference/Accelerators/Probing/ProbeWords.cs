namespace EdgeVision.Inference.Accelerators.Probing;

/// <summary>A probe's finding as the reason of a verdict.</summary>
internal static class ProbeWords
{
    public static string Reason(ProbeOutcome outcome, string message) => outcome switch
    {
        ProbeOutcome.Usable => "",
        ProbeOutcome.Refused => $"a session on it does not open: {LibraryWords.Plain(message)}",
        ProbeOutcome.Failed => $"a session opens, its run fails: {LibraryWords.Plain(message)}",
        ProbeOutcome.Wrong => $"it gives wrong numbers: {message}",
        ProbeOutcome.Crashed => $"it brings its process down: {message}",
        ProbeOutcome.Hung => $"it does not answer: {message}",
        ProbeOutcome.Untried => "it was not tried: the time was up",
        _ => message,
    };
}
