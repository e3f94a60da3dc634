namespace EdgeVision.Capture.Synthetic.Drawing;

/// <summary>Takes a polygon's rows as they are scanned. A struct, so that the scan is compiled for each.</summary>
internal interface IRowSink
{
    /// <param name="y">Row of the plane.</param>
    /// <param name="from">First column touched.</param>
    /// <param name="solidFrom">Columns solidFrom .. solidTo - 1 are wholly inside; their coverage is not filled in.</param>
    /// <param name="solidTo">End of the solid part; not below solidFrom.</param>
    /// <param name="to">End of the columns touched.</param>
    /// <param name="coverage">Indexed by column, 0..255.</param>
    void Row(int y, int from, int solidFrom, int solidTo, int to, ReadOnlySpan<byte> coverage);
}
