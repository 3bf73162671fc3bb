"""The models of models/ in PyTorch, with the same names in the state dict."""
import torch
import torch.nn.functional as F
from torch import nn


class Mlp(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1, self.fc2, self.fc3 = nn.Linear(784, 512), nn.Linear(512, 256), nn.Linear(256, 10)

    def forward(self, x):
        return self.fc3(F.relu(self.fc2(F.relu(self.fc1(x)))))


class LeNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1, self.conv2 = nn.Conv2d(1, 6, 5, padding=2), nn.Conv2d(6, 16, 5)
        self.fc1, self.fc2, self.fc3 = nn.Linear(400, 120), nn.Linear(120, 84), nn.Linear(84, 10)

    def forward(self, x):
        x = F.max_pool2d(F.relu(self.conv1(x)), 2)
        x = F.max_pool2d(F.relu(self.conv2(x)), 2)
        return self.fc3(F.relu(self.fc2(F.relu(self.fc1(x.flatten(1))))))


class Cnn(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1, self.conv2 = nn.Conv2d(1, 32, 3), nn.Conv2d(32, 64, 3)
        self.fc1, self.fc2 = nn.Linear(9216, 128), nn.Linear(128, 10)

    def forward(self, x):
        x = F.max_pool2d(F.relu(self.conv2(F.relu(self.conv1(x)))), 2)
        return self.fc2(F.relu(self.fc1(x.flatten(1))))


def conv3x3(inputs, outputs, stride=1, groups=1):
    return nn.Conv2d(inputs, outputs, 3, stride, padding=1, groups=groups, bias=False)


class Shortcut(nn.Module):
    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.conv, self.norm = nn.Conv2d(inputs, outputs, 1, stride, bias=False), nn.BatchNorm2d(outputs)

    def forward(self, x):
        return self.norm(self.conv(x))


class PaddedShortcut(nn.Module):
    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.stride, self.grown = stride, outputs - inputs

    def forward(self, x):
        return F.pad(x[..., ::self.stride, ::self.stride], (0, 0, 0, 0, 0, self.grown))


class Residual(nn.Module):
    def __init__(self, inputs, outputs, stride, shortcut):
        super().__init__()
        self.conv1, self.conv2 = conv3x3(inputs, outputs, stride), conv3x3(outputs, outputs)
        self.norm1, self.norm2 = nn.BatchNorm2d(outputs), nn.BatchNorm2d(outputs)
        changes = stride != 1 or inputs != outputs
        self.shortcut = shortcut(inputs, outputs, stride) if changes else nn.Identity()

    def forward(self, x):
        y = self.norm2(self.conv2(F.relu(self.norm1(self.conv1(x)))))
        return F.relu(y + self.shortcut(x))


class Separable(nn.Module):
    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.depthwise = conv3x3(inputs, inputs, stride, groups=inputs)
        self.pointwise = nn.Conv2d(inputs, outputs, 1, bias=False)
        self.norm1, self.norm2 = nn.BatchNorm2d(inputs), nn.BatchNorm2d(outputs)

    def forward(self, x):
        return F.relu(self.norm2(self.pointwise(F.relu(self.norm1(self.depthwise(x))))))


class Classifier(nn.Module):
    """A stem, blocks, the mean over the image, a linear layer."""

    def __init__(self, channels, blocks):
        super().__init__()
        self.conv, self.norm = conv3x3(3, channels[0]), nn.BatchNorm2d(channels[0])
        self.blocks, self.fc = nn.Sequential(*blocks), nn.Linear(channels[1], 10)

    def forward(self, x):
        return self.fc(self.blocks(F.relu(self.norm(self.conv(x)))).mean((2, 3)))


def resnet18():
    shapes = ((64, 64, 1), (64, 64, 1), (64, 128, 2), (128, 128, 1),
              (128, 256, 2), (256, 256, 1), (256, 512, 2), (512, 512, 1))
    return Classifier((64, 512), [Residual(*shape, Shortcut) for shape in shapes])


def resnet20():
    shapes = ((16, 16, 1), (16, 16, 1), (16, 16, 1), (16, 32, 2), (32, 32, 1), (32, 32, 1),
              (32, 64, 2), (64, 64, 1), (64, 64, 1))
    return Classifier((16, 64), [Residual(*shape, PaddedShortcut) for shape in shapes])


def mobilenet():
    shapes = ((32, 64, 1), (64, 128, 2), (128, 128, 1), (128, 256, 2), (256, 256, 1), (256, 512, 2),
              (512, 512, 1))
    return Classifier((32, 512), [Separable(*shape) for shape in shapes])


class Double(nn.Module):
    def __init__(self, inputs, outputs):
        super().__init__()
        self.conv1, self.conv2 = conv3x3(inputs, outputs), conv3x3(outputs, outputs)
        self.norm1, self.norm2 = nn.BatchNorm2d(outputs), nn.BatchNorm2d(outputs)

    def forward(self, x):
        return F.relu(self.norm2(self.conv2(F.relu(self.norm1(self.conv1(x))))))


class UNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.down1, self.down2, self.bottom = Double(1, 32), Double(32, 64), Double(64, 128)
        self.grow2, self.up2 = nn.ConvTranspose2d(128, 64, 2, stride=2), Double(128, 64)
        self.grow1, self.up1 = nn.ConvTranspose2d(64, 32, 2, stride=2), Double(64, 32)
        self.head = nn.Conv2d(32, 1, 1)

    def forward(self, x):
        fine = self.down1(x)
        coarse = self.down2(F.max_pool2d(fine, 2))
        x = self.bottom(F.max_pool2d(coarse, 2))
        x = self.up2(torch.cat((coarse, self.grow2(x)), 1))
        return self.head(self.up1(torch.cat((fine, self.grow1(x)), 1)))


class Attention(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.heads = heads
        self.qkv, self.project = nn.Linear(width, 3 * width), nn.Linear(width, width)

    def forward(self, x, future):
        n, steps, width = x.shape
        q, k, v = self.qkv(x).view(n, steps, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4).unbind(0)
        if future is None:  # PyTorch's own kernel for all of it
            y = F.scaled_dot_product_attention(q, k, v, is_causal=True)
        else:
            scores = q @ k.transpose(-2, -1) * (width // self.heads) ** -0.5
            y = scores.masked_fill(future, float("-inf")).softmax(-1) @ v
        return self.project(y.transpose(1, 2).reshape(n, steps, width))


class Block(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.norm1, self.norm2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.attention = Attention(width, heads)
        self.fc, self.project = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)

    def forward(self, x, future):
        x = x + self.attention(self.norm1(x), future)
        return x + self.project(F.gelu(self.fc(self.norm2(x))))


class Gpt(nn.Module):
    def __init__(self, fused_attention=False, vocabulary=65, width=256, heads=4, layers=4, steps=128):
        super().__init__()
        self.token, self.position = nn.Embedding(vocabulary, width), nn.Embedding(steps, width)
        self.blocks = nn.ModuleList([Block(width, heads) for _ in range(layers)])
        self.norm, self.head = nn.LayerNorm(width), nn.Linear(width, vocabulary)
        future = None if fused_attention else torch.ones(steps, steps, dtype=torch.bool).triu(1)
        self.register_buffer("future", future, persistent=False)

    def forward(self, x):
        x = self.token(x) + self.position(torch.arange(x.shape[1]))
        for block in self.blocks:
            x = block(x, self.future)
        return self.head(self.norm(x))


class Lstm(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding, self.lstm = nn.Embedding(10000, 64), nn.LSTM(64, 128, batch_first=True)
        self.fc = nn.Linear(128, 4)

    def forward(self, x):
        return self.fc(self.lstm(self.embedding(x))[0][:, -1])


MODELS = {"mlp": Mlp, "lenet": LeNet, "cnn": Cnn, "resnet18": resnet18, "resnet20": resnet20,
          "mobilenet": mobilenet, "unet": UNet, "gpt": Gpt, "lstm": Lstm}
