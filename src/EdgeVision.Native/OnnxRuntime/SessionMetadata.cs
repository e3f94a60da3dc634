namespace EdgeVision.Native.OnnxRuntime;

/// <summary>Reads what a session declares.</summary>
internal static class SessionMetadata
{
    public static TensorInfo[] Inputs(OrtTable table, OrtSessionHandle session)
    {
        var infos = new TensorInfo[table.SessionGetInputCount(session)];
        for (var index = 0; index < infos.Length; index++)
        {
            using var type = table.SessionGetInputTypeInfo(session, index);
            infos[index] = Describe(table, table.SessionGetInputName(session, index), type);
        }

        return infos;
    }

    public static TensorInfo[] Outputs(OrtTable table, OrtSessionHandle session)
    {
        var infos = new TensorInfo[table.SessionGetOutputCount(session)];
        for (var index = 0; index < infos.Length; index++)
        {
            using var type = table.SessionGetOutputTypeInfo(session, index);
            infos[index] = Describe(table, table.SessionGetOutputName(session, index), type);
        }

        return infos;
    }

    public static OrtModelInfo Model(OrtTable table, OrtSessionHandle session)
    {
        using var model = table.SessionGetModelMetadata(session);
        var properties = new Dictionary<string, string>();
        foreach (var key in table.ModelMetadataGetCustomMetadataMapKeys(model))
        {
            properties[key] = table.ModelMetadataLookupCustomMetadataMap(model, key);
        }

        return new OrtModelInfo(
            table.ModelMetadataGetProducerName(model),
            table.ModelMetadataGetGraphName(model),
            table.ModelMetadataGetDescription(model),
            table.ModelMetadataGetVersion(model),
            properties);
    }

    private static TensorInfo Describe(OrtTable table, string name, OrtTypeInfoHandle type)
    {
        var tensor = table.CastTypeInfoToTensorInfo(type);
        if (tensor == 0)
        {
            return new TensorInfo(name, TensorElementType.Undefined, [], []);
        }

        var shape = table.GetDimensions(tensor);
        return new TensorInfo(name, table.GetTensorElementType(tensor), shape, table.GetSymbolicDimensions(tensor, shape.Length));
    }
}
