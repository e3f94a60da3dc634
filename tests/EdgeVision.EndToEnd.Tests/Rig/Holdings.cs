namespace EdgeVision.EndToEnd.Tests.Rig;

/// <summary>What a program holds that a leak would show in.</summary>
/// <param name="Files">Open file descriptors.</param>
/// <param name="Children">Processes below it.</param>
/// <param name="Memories">Its files in shared memory.</param>
internal sealed record Holdings(int Files, int Children, int Memories)
{
    // Sockets and pool threads come and go.
    private const int FewFiles = 4;

    public static Holdings Of(EdgeVisionProgram program) => new(
        Directory.GetFiles($"/proc/{program.Id}/fd").Length, program.Descendants("dotnet").Count,
        Directory.GetFiles("/dev/shm", $"edgevision-memory-{program.Id}-*").Length);

    /// <summary>Nothing more than earlier.</summary>
    public bool IsWithin(Holdings earlier) =>
        Files <= earlier.Files + FewFiles && Children <= earlier.Children && Memories <= earlier.Memories;
}
