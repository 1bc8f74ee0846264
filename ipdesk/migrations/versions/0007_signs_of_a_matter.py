"""what tells two reports of one matter

Revision ID: 0007
Revises: 0006
Create Date: 2026-11-22 22:00:00

"""
import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "matter_sign",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("case_id", sa.String(length=32), nullable=False),
        sa.Column("upload_id", sa.String(length=32), nullable=True),
        sa.Column("sort", sa.String(length=20), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_matter_sign_case_id_case_file"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["upload_id"], ["upload.id"], name=op.f("fk_matter_sign_upload_id_upload"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_matter_sign")),
    )
    with op.batch_alter_table("matter_sign", schema=None) as batch_op:
        batch_op.create_index("ix_matter_sign_value", ["value", "sort"], unique=False)
        batch_op.create_index(batch_op.f("ix_matter_sign_case_id"), ["case_id"], unique=False)


def downgrade():
    op.drop_table("matter_sign")
