namespace EdgeVision.Inference.Workers.Contexts;

/// <summary>A file that is there as long as a load is under way.</summary>
internal sealed class ContextUse : IDisposable
{
    private readonly string _path;

    public ContextUse(string path)
    {
        _path = path;
        File.WriteAllBytes(path, []);
    }

    public void Dispose()
    {
        try
        {
            File.Delete(_path);
        }
        catch (DirectoryNotFoundException)
        {
            // Set aside meanwhile.
        }
    }
}
