using System.Diagnostics;
using FakeWorker;

// A worker that behaves as told: FakeWorker BEHAVIOUR --socket PATH. See Behaviour for what it can do.
var behaviour = args[0];
switch (behaviour)
{
    case "never-starts":
        return 3;
    case "never-connects":
        await Task.Delay(Timeout.Infinite);
        break;
    case "honest":
        return EdgeVision.Inference.Workers.Hosting.WorkerHost.Run(args[^1]) ? 0 : 1;
    case "parent":
        await Parent.Live(args[1], args[2]);
        break;
    case "leaves-a-child":
        // It holds the worker's output open and does not listen to SIGTERM.
        using (Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "trap '' TERM; while :; do sleep 1; done", args[^1]]) { UseShellExecute = false }))
        {
        }

        break;
}

using var speaker = Speaker.Connect(args[^1]);
return new Behaviour(behaviour, speaker).Serve();
