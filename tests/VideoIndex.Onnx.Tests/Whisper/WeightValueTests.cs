using System.Buffers.Binary;
using VideoIndex.Onnx.Whisper.Weights;

namespace VideoIndex.Onnx.Tests.Whisper;

public sealed class WeightValueTests
{
    [Fact]
    public void Halves_and_upper_halves_are_what_they_stand_for()
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteHalfLittleEndian(bytes, (Half)(-1.5f));
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(2), (ushort)(BitConverter.SingleToUInt32Bits(0.25f) >> 16));
        var values = new float[1];
        WeightValues.Read(bytes.AsSpan(0, 2), WeightType.Real16, values);
        Assert.Equal(-1.5f, values[0]);
        WeightValues.Read(bytes.AsSpan(2, 2), WeightType.Brain16, values);
        Assert.Equal(0.25f, values[0]);
    }

    // The scale is a half, the least value -3; value i of 32 is written as the number i cut to what its type holds.
    [Theory]
    [InlineData(nameof(WeightType.Blocks8), 31, 15.5f)]
    [InlineData(nameof(WeightType.Blocks4), 3, -2.5f)]
    [InlineData(nameof(WeightType.Blocks4), 19, -2.5f)]
    [InlineData(nameof(WeightType.Blocks4WithLeast), 3, -1.5f)]
    [InlineData(nameof(WeightType.Blocks5), 3, -6.5f)]
    [InlineData(nameof(WeightType.Blocks5), 19, 1.5f)]
    [InlineData(nameof(WeightType.Blocks5WithLeast), 31, 12.5f)]
    public void A_block_is_read_value_by_value(string type, int index, float expected)
    {
        var values = new float[32];
        var kind = Enum.Parse<WeightType>(type);
        WeightValues.Read(Block(kind), kind, values);
        Assert.Equal(expected, values[index]);
    }

    private static byte[] Block(WeightType type)
    {
        var block = new byte[WeightValues.Bytes(type)];
        BinaryPrimitives.WriteHalfLittleEndian(block, (Half)0.5f);
        if (type is WeightType.Blocks4WithLeast or WeightType.Blocks5WithLeast)
        {
            BinaryPrimitives.WriteHalfLittleEndian(block.AsSpan(2), (Half)(-3f));
        }

        for (var i = 0; i < 32; i++)
        {
            if (type == WeightType.Blocks8)
            {
                block[2 + i] = (byte)i;
            }
            else
            {
                block[block.Length - 16 + i % 16] |= (byte)((i & 15) << (i < 16 ? 0 : 4));
            }
        }

        if (type is WeightType.Blocks5 or WeightType.Blocks5WithLeast)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(block.AsSpan(block.Length - 20), 0xFFFF0000); // the fifth bit of 16 to 31
        }

        return block;
    }
}
