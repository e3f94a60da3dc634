using System.CommandLine;
using System.Net.Sockets;
using EdgeVision.Inference.Workers.Hosting;

namespace EdgeVision.Service.Verbs;

/// <summary>`edgevision worker`: one model on one provider, for the service that started it. Not for people, so not in the help.</summary>
internal static class WorkerVerb
{
    public const string Name = "worker";

    public static Command Create()
    {
        var command = CommandTree.Verb(Name, "Runs a model for the service that started it; docs/formats/worker-protocol.md.");
        command.Hidden = true;
        var socket = new Option<string>("--socket") { Description = "Where the service listens", Required = true };
        command.Options.Add(socket);
        return command.Does((parsed, _) =>
        {
            try
            {
                return Task.FromResult(WorkerHost.Run(parsed.GetValue(socket)!) ? ExitCodes.Ok : ExitCodes.Failed);
            }
            catch (SocketException refused)
            {
                return Task.FromResult(Failure.Say($"nobody listens on {parsed.GetValue(socket)} ({refused.Message}); only the service starts workers", ExitCodes.Unavailable));
            }
        });
    }
}
