using EdgeVision.Core.Faults;

namespace EdgeVision.Capture.Processes;

/// <summary>Finds programs the way a shell does.</summary>
internal static class ProgramPath
{
    /// <summary>Full path of a program.</summary>
    /// <exception cref="FaultException">It is not installed: <see cref="FaultCode.ProgramMissing"/>.</exception>
    public static string Find(string program, string subject, string remedy)
    {
        if (program.Contains('/', StringComparison.Ordinal))
        {
            return File.Exists(program) ? Path.GetFullPath(program) : throw Missing(program, subject, remedy);
        }

        foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "/usr/bin:/bin").Split(':', StringSplitOptions.RemoveEmptyEntries))
        {
            var path = Path.Combine(folder, program);
            if (File.Exists(path))
            {
                return path;
            }
        }

        throw Missing(program, subject, remedy);
    }

    private static FaultException Missing(string program, string subject, string remedy) => new(new Fault(
        FaultCode.ProgramMissing, subject, $"the program {program} is not installed", remedy.Length > 0 ? remedy : $"install {program}"));
}
