using System.ComponentModel;
using System.Diagnostics;

namespace EdgeVision.Service.Doctor;

/// <summary>A program of the system: where it lies, and what it answers.</summary>
public static class InstalledProgram
{
    private const string StandardFolders = "/usr/local/bin:/usr/bin:/bin";

    /// <summary>The first of the search path's folders that has it; null when none has.</summary>
    /// <param name="name">Its file name.</param>
    /// <param name="searchPath">Folders with a colon between; null for the environment's PATH.</param>
    public static string? Find(string name, string? searchPath = null) =>
        (searchPath ?? Environment.GetEnvironmentVariable("PATH") ?? StandardFolders)
            .Split(':', StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);

    /// <summary>All that it writes, messages behind output; null when it cannot be started. Killed when it is cancelled.</summary>
    public static async Task<string?> AskAsync(string path, string[] arguments, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(path) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false };
        Array.ForEach(arguments, start.ArgumentList.Add);
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            try
            {
                var output = process.StandardOutput.ReadToEndAsync(cancellation);
                var messages = process.StandardError.ReadToEndAsync(cancellation);
                await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
                return await output.ConfigureAwait(false) + await messages.ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                throw;
            }
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
