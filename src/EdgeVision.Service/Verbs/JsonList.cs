using System.Text.Json;

namespace EdgeVision.Service.Verbs;

/// <summary>Writes detections as they come, as one JSON array in a file; a long video needs no memory. Without a path it does nothing.</summary>
internal sealed class JsonList : IAsyncDisposable
{
    private readonly FileStream? _file;
    private bool _any;

    public JsonList(string? path) => _file = path is null ? null : File.Create(path);

    public async Task AddAsync(DetectedFrameJson frame)
    {
        if (_file is null)
        {
            return;
        }

        await _file.WriteAsync(_any ? ",\n"u8.ToArray() : "[\n"u8.ToArray()).ConfigureAwait(false);
        _any = true;
        await JsonSerializer.SerializeAsync(_file, frame, CompactJson.Default.DetectedFrameJson).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        if (_file is not null)
        {
            await _file.WriteAsync(_any ? "\n]\n"u8.ToArray() : "[]\n"u8.ToArray()).ConfigureAwait(false);
            await _file.DisposeAsync().ConfigureAwait(false);
        }
    }
}
