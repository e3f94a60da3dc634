namespace EdgeVision.Service.Doctor;

/// <summary>One line of the doctor's.</summary>
/// <param name="State">How it is.</param>
/// <param name="Subject">What was looked at: "ffmpeg", "camera gate", "broker login".</param>
/// <param name="Found">What was found, one line, without secrets.</param>
/// <param name="Fix">A command to type or a line of YAML to write; empty when there is nothing to do.</param>
public sealed record Finding(CheckState State, string Subject, string Found, string Fix = "")
{
    /// <summary>More lines for who has to mend it: every place that was tried, a program's last words.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];
}
