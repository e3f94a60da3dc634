using EdgeVision.Native.Linux;

namespace EdgeVision.Inference.Workers;

/// <summary>
/// What a parent leaves that was killed while it started a worker: a socket's folder, a file of shared memory. Both have
/// a name only for the moments until the worker has come; what is older is nobody's.
/// </summary>
internal static class Leftovers
{
    private static readonly TimeSpan NobodysAge = TimeSpan.FromMinutes(30);

    public static void Sweep(string runtimeFolder, TimeProvider time)
    {
        var before = time.GetUtcNow() - NobodysAge;
        Delete(SharedMemory.Folder, WorkerSetup.MemoryPrefix, before);
        Delete(runtimeFolder, WorkerDoor.Prefix, before);
    }

    private static void Delete(string folder, string prefix, DateTimeOffset before)
    {
        try
        {
            foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos(prefix + "*").Where(entry => entry.LastWriteTimeUtc < before.UtcDateTime))
            {
                if (entry is DirectoryInfo { LinkTarget: null } left)
                {
                    left.Delete(recursive: true);
                }
                else
                {
                    entry.Delete();
                }
            }
        }
        catch (Exception notOurs) when (notOurs is IOException or UnauthorizedAccessException)
        {
            // Another user's, or gone in between: no reason not to start.
        }
    }
}
