namespace EdgeVision.Capture.Tests.Support;

/// <summary>Looks at the arguments and the environment of this process's children for as long as it lives.</summary>
public sealed class PasswordWatch : IDisposable
{
    private readonly string[] _forms;
    private readonly Thread _thread;
    private volatile bool _ended;

    public PasswordWatch(string password)
    {
        _forms = [password, Uri.EscapeDataString(password)];
        _thread = new Thread(Watch) { IsBackground = true };
        _thread.Start();
    }

    /// <summary>Names of the programs seen.</summary>
    public System.Collections.Concurrent.ConcurrentDictionary<string, bool> Seen { get; } = new();

    public System.Collections.Concurrent.ConcurrentQueue<string> Found { get; } = new();

    public void Dispose()
    {
        _ended = true;
        _thread.Join();
    }

    private void Watch()
    {
        while (!_ended)
        {
            foreach (var id in Children.With("pipe:0"))
            {
                var arguments = Children.Text(id, "cmdline");
                Seen.TryAdd(Path.GetFileName(arguments.Split('\0')[0]), true);
                if (_forms.Any(form => (arguments + Children.Text(id, "environ")).Contains(form, StringComparison.Ordinal)))
                {
                    Found.Enqueue(arguments);
                }
            }
        }
    }
}
