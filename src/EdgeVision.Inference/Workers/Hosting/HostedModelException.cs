using EdgeVision.Inference.Workers.Protocol;

namespace EdgeVision.Inference.Workers.Hosting;

/// <summary>The library could not load or first run a model; it carries what is needed to say where.</summary>
internal sealed class HostedModelException(Exception cause, LoadOrder order, ReadOnlyMemory<byte> model) : Exception(cause.Message, cause)
{
    public LoadOrder Order { get; } = order;

    /// <summary>The model file's bytes.</summary>
    public ReadOnlyMemory<byte> Model { get; } = model;
}
