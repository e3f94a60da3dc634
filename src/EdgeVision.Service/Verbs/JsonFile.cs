using EdgeVision.Service.Quantizing;

namespace EdgeVision.Service.Verbs;

/// <summary>The file of --json, opened before the work so that its result is not lost at the end; what was there stays until then.</summary>
internal sealed class JsonFile : IDisposable
{
    private readonly FileStream _stream;
    private readonly bool _isNew;
    private bool _isWritten;

    private JsonFile(FileStream stream, bool isNew)
    {
        _stream = stream;
        _isNew = isNew;
    }

    /// <summary>Null when none is wanted.</summary>
    /// <exception cref="OutputTakenException">It is a folder.</exception>
    /// <exception cref="OutputUnwritableException">It cannot be written there.</exception>
    public static JsonFile? Open(FileInfo? file)
    {
        if (file is null)
        {
            return null;
        }

        if (Directory.Exists(file.FullName))
        {
            throw new OutputTakenException($"--json: {file.FullName} is a folder; name a file");
        }

        try
        {
            var isNew = !file.Exists;
            return new JsonFile(file.Open(FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read), isNew);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new OutputUnwritableException(
                $"--json: {file.FullName} cannot be written{OutputUnwritableException.Reason(refused)}; name a file in a folder that is there and where you may write",
                refused);
        }
    }

    public async Task WriteAsync(string json)
    {
        // A pipe has no length.
        if (_stream.CanSeek)
        {
            _stream.SetLength(0);
        }

        _isWritten = true;
        await using var writer = new StreamWriter(_stream, leaveOpen: true);
        await writer.WriteLineAsync(json).ConfigureAwait(false);
    }

    /// <summary>Leaves no empty file behind where there was none.</summary>
    public void Dispose()
    {
        _stream.Dispose();
        if (_isNew && !_isWritten)
        {
            File.Delete(_stream.Name);
        }
    }
}
