namespace EdgeVision.Capture.Sources;

/// <summary>A program that writes raw frames.</summary>
/// <param name="Options">As written.</param>
public sealed record CommandSpec(CommandOptions Options) : SourceSpec
{
    public override string Description => Options.Command.Count == 0 ? "command" : $"command {Options.Command[0]}";
}
