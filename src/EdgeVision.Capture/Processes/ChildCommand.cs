namespace EdgeVision.Capture.Processes;

/// <summary>What is to be started.</summary>
/// <param name="Program">Name to be found on the PATH, or a path.</param>
/// <param name="Arguments">Passed as they are, without a shell. Every user of the machine can read them: no secrets.</param>
/// <param name="Input">Text for its standard input, which is then closed; secrets may travel here.</param>
/// <param name="Remedy">What to do when the program is not installed.</param>
public sealed record ChildCommand(string Program, IReadOnlyList<string> Arguments, string Input = "", string Remedy = "");
