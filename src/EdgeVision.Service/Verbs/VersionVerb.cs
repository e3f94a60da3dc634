using System.CommandLine;
using System.Reflection;
using System.Runtime.InteropServices;

namespace EdgeVision.Service.Verbs;

/// <summary>`edgevision version`: the program, the runtime and the machine.</summary>
internal static class VersionVerb
{
    public static string Version { get; } =
        typeof(VersionVerb).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public static Command Create()
    {
        var command = CommandTree.Verb("version", "Prints the version of program, runtime and machine.", "version");
        command.SetAction(_ =>
        {
            Console.WriteLine($"edgevision {Version} ({RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier})");
            return ExitCodes.Ok;
        });
        return command;
    }
}
