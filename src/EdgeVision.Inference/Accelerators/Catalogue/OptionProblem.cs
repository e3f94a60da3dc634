namespace EdgeVision.Inference.Accelerators.Catalogue;

/// <summary>What is wrong with one option.</summary>
/// <param name="Option">Its name as it was written.</param>
/// <param name="Message">What is wrong and what to write instead.</param>
public sealed record OptionProblem(string Option, string Message)
{
    public override string ToString() => $"{Option}: {Message}";
}
