using EdgeVision.Inference.Workers.Contexts;

namespace EdgeVision.Inference.Tests.Workers.Contexts;

/// <summary>A cache in a folder of its own, and things to keep.</summary>
internal sealed class ContextRig(long mostBytes = long.MaxValue) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("edgevision-contexts-");
    private readonly TickingClock _clock = new();

    public string Folder => Path.Combine(_folder.FullName, "kept");

    public List<string> Notes { get; } = [];

    public ContextCache Cache => new(Folder, mostBytes, _clock);

    public static ContextKey Key(string text) => new(text);

    public void Keep(ContextKey key, byte[] model)
    {
        using var draft = Cache.Draft(key);
        File.WriteAllBytes(draft.ModelPath, model);
        Assert.True(draft.Keep(placement: null));
        Cache.Bound(key, Notes);
        Assert.NotNull(Cache.Find(key, Notes));
    }

    public string FileOf(ContextKey key, string name) => Path.Combine(Folder, key.Name, name);

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Each look is a second later.</summary>
    private sealed class TickingClock : TimeProvider
    {
        private long _seconds;

        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddSeconds(1_700_000_000 + Interlocked.Increment(ref _seconds));
    }
}
