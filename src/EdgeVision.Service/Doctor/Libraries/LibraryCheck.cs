using EdgeVision.Native;

namespace EdgeVision.Service.Doctor.Libraries;

/// <summary>Whether a native library is there, where, and else what was tried.</summary>
/// <param name="name">Its plain name.</param>
/// <param name="use">What does not work without it.</param>
/// <param name="isNeeded">Whether the service cannot run without it.</param>
/// <param name="load">Loads it.</param>
public sealed class LibraryCheck(string name, string use, bool isNeeded, Func<FoundLibrary> load) : ICheck
{
    public string Subject => name;

    public Task RunAsync(FindingList findings, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(findings);
        try
        {
            var library = load();
            findings.Add(new Finding(CheckState.Ok, Subject, $"{(library.Version.Length > 0 ? library.Version + " " : "")}from {library.Path}")
            {
                Details = [.. library.Attempts.Where(attempt => !attempt.Loaded && IsTelling(attempt)).Select(attempt => attempt.ToString())],
            });
        }
        catch (NativeLibraryException missing)
        {
            findings.Add(new Finding(isNeeded ? CheckState.Fail : CheckState.Warn, Subject, $"cannot be loaded: {use}", missing.Remedy)
            {
                Details = [.. missing.Attempts.Select(attempt => attempt.ToString())],
            });
        }

        return Task.CompletedTask;
    }

    /// <summary>Beside the copy in use only one that is there and was refused is worth a line.</summary>
    private static bool IsTelling(LibraryAttempt attempt) => File.Exists(attempt.Candidate);
}
