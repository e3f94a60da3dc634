namespace EdgeVision.Core.Faults;

/// <summary>A fault as a value: what is wrong, where, and what to do. Published, logged and shown as it stands.</summary>
/// <param name="Code">Its kind.</param>
/// <param name="Subject">What has it: "camera gate", "accelerator cpu", "broker 192.0.2.10:1883".</param>
/// <param name="What">What happened, one line, without secrets.</param>
/// <param name="Remedy">What a person can do about it; empty when nothing is needed.</param>
/// <param name="Tail">Last words of the program or library behind it, bounded, without secrets.</param>
public sealed record Fault(FaultCode Code, string Subject, string What, string Remedy = "", string Tail = "")
{
    /// <summary>Of an accelerator's fault: where exactly; null for other faults.</summary>
    public FaultOrigin? Origin { get; init; }

    /// <summary>Whether both tell a person the same: numbers, such as how long a camera was silent, and the last words may differ.</summary>
    public bool SaysTheSameAs(Fault? other) =>
        other is not null && (Code, Subject) == (other.Code, other.Subject) && WithoutDigits(What).SequenceEqual(WithoutDigits(other.What));

    private static IEnumerable<char> WithoutDigits(string text) => text.Where(letter => !char.IsAsciiDigit(letter));

    public override string ToString() => Remedy.Length == 0 ? $"{Subject}: {What}" : $"{Subject}: {What}; {Remedy}";
}
