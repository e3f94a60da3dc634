namespace EdgeVision.Service.Tests.Doctor;

/// <summary>Who may read, write and run a file.</summary>
internal static class Modes
{
    public static void Set(string path, UnixFileMode mode)
    {
        // The compiler knows no other way to be told that this is Linux.
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }
}
