using System.Diagnostics;
using System.Globalization;

// A camera that behaves as told: FakeCamera BEHAVIOUR FRAME_BYTES FRAMES [INTERVAL_MS]
// It writes the frames, each filled with its own number, and then behaves.
var behaviour = args[0];
var frame = new byte[int.Parse(args[1], CultureInfo.InvariantCulture)];
var frames = int.Parse(args[2], CultureInfo.InvariantCulture);
var interval = args.Length > 3 ? int.Parse(args[3], CultureInfo.InvariantCulture) : 0;
using var output = Console.OpenStandardOutput();
using var messages = Console.OpenStandardError();

if (behaviour == "flood")
{
    // More than any pipe holds: whoever does not read it blocks the camera for ever.
    var line = "warning: something small is not quite right with this frame\n"u8.ToArray();
    for (var i = 0; i < 20_000; i++)
    {
        messages.Write(line);
    }
}

for (var number = 0; number < frames; number++)
{
    Array.Fill(frame, (byte)number);
    output.Write(frame);
    output.Flush();
    if (interval > 0)
    {
        await Task.Delay(interval);
    }
}

switch (behaviour)
{
    case "stall":
        await Task.Delay(Timeout.Infinite);
        break;
    case "crash":
        messages.Write("the sensor is on fire at rtsp://admin:hunter2@camera/live\n"u8);
        return 3;
    case "half":
        output.Write(frame, 0, frame.Length / 2);
        break;
    case "endless-line":
        while (true)
        {
            messages.Write(frame);
        }

    case "stubborn":
        // Ignores SIGTERM, and so does the child it leaves holding its output.
        using (Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "trap '' TERM; while :; do sleep 1; done"]) { UseShellExecute = false }))
        using (System.Runtime.InteropServices.PosixSignalRegistration.Create(
            System.Runtime.InteropServices.PosixSignal.SIGTERM, context => context.Cancel = true))
        {
            messages.Write("ready\n"u8);
            await Task.Delay(Timeout.Infinite);
        }

        break;
}

return 0;
